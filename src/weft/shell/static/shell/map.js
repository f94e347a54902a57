/* How does the map move, when a script may run? The drawn map and the list stay without it.
 *
 * Nothing is asked of anybody else: library, tiles and colours are our own. MapLibre draws the
 * ground; every thing on it is a link or a button of the page, so that keys, a reader aloud and
 * any script of writing work as they do elsewhere. No letters are drawn by the map itself.
 */

const ZOOM = { first: 7, last: 14 };
const MOST_NAMES = 60; /* links at once; beyond that a name is no help to anybody */

const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const styled = (tiles) => ({
  version: 8,
  sources: {
    weft: {
      type: "vector",
      url: `pmtiles://${new URL(tiles, window.location.href)}`,
      attribution: "© OpenStreetMap contributors, ONS",
    },
  },
  layers: [
    { id: "paper", type: "background", paint: { "background-color": colour("paper") } },
    area("green", "moss-pale"),
    area("water", "water"),
    line("water", "water", ["interpolate", ["linear"], ["zoom"], 9, 1, 14, 6]),
    line("streets", "line", ["interpolate", ["linear"], ["zoom"], 10, 0.6, 14, 3]),
    line("areas", "slate", 1),
    /* knots are drawn as links; the layer only says which are in sight */
    {
      id: "knots",
      type: "circle",
      source: "weft",
      "source-layer": "knots",
      paint: { "circle-radius": 1, "circle-opacity": 0 },
    },
  ],
});

const area = (layer, name) => ({
  id: layer,
  type: "fill",
  source: "weft",
  "source-layer": layer,
  filter: ["==", ["geometry-type"], "Polygon"],
  paint: { "fill-color": colour(name) },
});

const line = (layer, name, width) => ({
  id: `${layer}-line`,
  type: "line",
  source: "weft",
  "source-layer": layer,
  ...(layer === "water" && { filter: ["==", ["geometry-type"], "LineString"] }),
  layout: { "line-join": "round", "line-cap": "round" },
  paint: { "line-color": colour(name), "line-width": width },
});

/* One thing: a link to its page, with its name where there is room. */
const single = ({ name, address, fresh }) => {
  const link = document.createElement("a");
  link.className = `w-map__knot${fresh ? "" : " w-map__knot--broken"}`;
  link.href = address;
  const words = document.createElement("span");
  words.dir = "auto";
  words.textContent = name;
  link.append(words);
  return link;
};

/* Several things: a button that goes nearer. */
const several = ({ count }, nearer) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "w-map__several";
  button.textContent = count.toLocaleString();
  button.setAttribute("aria-label", `${count} things here: go nearer`);
  button.addEventListener("click", nearer);
  return button;
};

const keyOf = (feature) => {
  const [east, north] = feature.geometry.coordinates;
  const { count, name, address } = feature.properties;
  return `${east.toFixed(5)} ${north.toFixed(5)} ${count ?? ""} ${name ?? ""} ${address ?? ""}`;
};

/* Show a name only where it touches no other; a name kept quiet is still read aloud. */
const makeRoom = (holder) => {
  const taken = [...holder.querySelectorAll(".w-map__several")].map((one) =>
    one.getBoundingClientRect(),
  );
  const edge = holder.getBoundingClientRect();
  const touches = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const link of holder.querySelectorAll(".w-map__knot")) {
    const name = link.querySelector("span").getBoundingClientRect();
    const free =
      name.right <= edge.right && !taken.some((other) => touches(name, other));
    link.classList.toggle("w-map__knot--quiet", !free);
    if (free) taken.push(name);
  }
};

/* Keep one marker for each knot in sight, and take away those that are not. */
const keptUp = (library, map, calm) => {
  const holder = map.getContainer();
  const shown = new Map();
  return () => {
    const found = new Map(
      map.queryRenderedFeatures({ layers: ["knots"] }).map((one) => [keyOf(one), one]),
    );
    for (const [key, marker] of shown) {
      if (!found.has(key)) {
        marker.remove();
        shown.delete(key);
      }
    }
    for (const [key, feature] of [...found].slice(0, MOST_NAMES)) {
      if (shown.has(key)) continue;
      const place = feature.geometry.coordinates;
      const nearer = () =>
        map.easeTo({
          center: place,
          zoom: Math.min(map.getZoom() + 2, ZOOM.last + 1),
          ...(calm && { duration: 0 }),
        });
      const { properties } = feature;
      const element = properties.count ? several(properties, nearer) : single(properties);
      const anchor = properties.count ? "center" : "left";
      const offset = properties.count ? [0, 0] : [-7, 0];
      shown.set(
        key,
        new library.Marker({ element, anchor, offset }).setLngLat(place).addTo(map),
      );
    }
    makeRoom(holder);
  };
};

const moving = async (holder) => {
  const { library: address, tiles, bounds, title } = holder.dataset;
  if (!globalThis.pmtiles) return;
  const library = await import(address);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  library.addProtocol("pmtiles", new globalThis.pmtiles.Protocol().tile);
  const container = document.createElement("div");
  container.className = "w-map__moving";
  holder.append(container);
  const [west, south, east, north] = bounds.split(",").map(Number);
  const map = new library.Map({
    container,
    style: styled(tiles),
    bounds: [west, south, east, north],
    minZoom: ZOOM.first,
    maxZoom: ZOOM.last + 2,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: calm ? 0 : 200,
    attributionControl: { compact: true },
    locale: { "Map.Title": title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }));
  const keepUp = keptUp(library, map, calm);
  map.once("load", () => {
    holder.classList.add("w-map--moves");
    map.resize();
    map.fitBounds([west, south, east, north], { duration: 0 });
  });
  map.on("idle", keepUp);
  /* a map that cannot be drawn gives way to the picture again */
  map.on("error", () => {
    if (!map.loaded() && !holder.classList.contains("w-map--moves")) container.remove();
  });
  window
    .matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", () => map.setStyle(styled(tiles)));
};

for (const holder of document.querySelectorAll("[data-weft-map]")) {
  moving(holder).catch(() => holder.querySelector(".w-map__moving")?.remove());
}
