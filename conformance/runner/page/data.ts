/** The data that the report carries in itself. */
import type { PageDetail, PageIndex, PageType } from "../src/report/pageData.js";

export const index: PageIndex = JSON.parse(textOf("index")) as PageIndex;

const details = new Map<number, Promise<PageDetail>>();

/** The vectors of a type, unpacked at the first call. */
export function detailOf(type: PageType): Promise<PageDetail> {
  const position = index.types.indexOf(type);
  let detail = details.get(position);
  if (!detail) {
    detail = unpack(textOf(`type-${position}`));
    details.set(position, detail);
  }
  return detail;
}

export function typeById(id: string): PageType | undefined {
  return index.types.find((type) => type.id === id);
}

async function unpack(base64: string): Promise<PageDetail> {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as PageDetail;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}
