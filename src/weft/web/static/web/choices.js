/* After a posted form, let «back» and «reload» ask the coarse address instead of posting
   a postcode again: it tells a part of the map and parts of days, and nothing more. */

const coarse = document.querySelector("[data-coarse]")?.dataset.coarse;
if (coarse && window.location.search === "") {
  window.history.replaceState(null, "", coarse);
}
