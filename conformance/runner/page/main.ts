/** Shows the view that the address names. */
import { index } from "./data.js";
import { placeOf } from "./links.js";
import { overview } from "./overview.js";
import { typeView } from "./type.js";
import { vectorView } from "./vector.js";

const root = document.getElementById("view") as HTMLElement;
/** The overview keeps its search and its rows while one looks at a vector and comes back. */
let kept: { nodes: HTMLElement[]; scroll: number } | null = null;
let atOverview = false;

async function show(): Promise<void> {
  const place = placeOf(location.hash);
  if (atOverview && kept) kept.scroll = scrollY;
  atOverview = place.view === "overview";
  if (place.view === "overview") {
    kept ??= { nodes: overview(), scroll: 0 };
    root.replaceChildren(...kept.nodes);
    document.title = `Conformance: ${index.total[1] === 0 ? "passed" : `${index.total[1]} failed`}`;
    scrollTo(0, kept.scroll);
    return;
  }
  const nodes = place.view === "type" ? typeView(place.type) : await vectorView(place.type, place.name);
  root.replaceChildren(...nodes);
  document.title = place.view === "type" ? place.type : `${place.type}/${place.name}`;
  scrollTo(0, 0);
}

addEventListener("hashchange", () => void show());
void show();
