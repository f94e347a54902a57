/* After a posted form, let «back» and «reload» ask the coarse address instead of posting
   a postcode again: it tells a part of the map and parts of days, and nothing more.
   The page waits for this one: run later, a quick finger on a slow line was faster. */

const { coarse } = document.currentScript.dataset;
if (coarse && window.location.search === "") {
  window.history.replaceState(null, "", coarse);
}
