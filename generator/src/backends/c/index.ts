/** The C back end: C11 structures and straight-line codecs over a small hand-written runtime. */
import type { CodecModel } from "../../codec/model.js";
import type { Backend, GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import { templates, type Render } from "../templates.js";
import { context, type Context } from "./context.js";
import { ModuleSources } from "./moduleSources.js";
import { upperWords } from "./names.js";
import { packageFiles } from "./packaged.js";
import { longestPath } from "./paths.js";
import { dispatchPlan } from "./peer.js";
import { samplesPlan } from "./samples.js";
import { pathCapacity } from "./sdk.js";

/** Below which everything stands that all specs share. */
const RUNTIME_HEADER = "meshwright/codec.h";
/** Generated lines are as long as they are; everything else is formatted as hand-written code. */
const FORMAT = "BasedOnStyle: InheritParentConfig\nColumnLimit: 0\n";
const UMBRELLA = "messages";

export const c: Backend = {
  language: "c",
  supports: new Set(["packed", "layout", "compact", "json", "openEnums", "openStructs", "recursion", "maps", "embedded", "bits", "jsonValue", "socketAddress"]),
  codecs: (model) => codecs(model, templates("c")),
  peer: (model) => peer(model, templates("c")),
  packaged(model, { peers }) {
    const render = templates("c");
    return packageFiles(context(model), render, codecs(model, render), peers ? peer(model, render) : null);
  },
};

function codecs(model: CodecModel, render: Render): GeneratedFile[] {
  const own = context(model);
  const banner = headerLines(model.spec);
  const sources = new ModuleSources(own);
  const samples = render("samples", { banner, umbrella: `${own.names.folder}/${UMBRELLA}.h`, ...samplesPlan(own) });
  return [
    ...headerFiles(own, banner, render),
    file("test/samples.c", samples),
    file(".clang-format", FORMAT),
    ...settings(own),
    ...sources.headers().map((plan) => file(`src/${plan.path}`, render("units_header", { banner, ...plan }))),
    ...sources.sources().map((plan) => file(`src/${plan.path}`, render("source", { banner, ...plan }))),
  ];
}

function headerFiles(own: Context, banner: string[], render: Render): GeneratedFile[] {
  const { names, model, headers: plans } = own;
  const headers = plans.map((plan) => file(`include/${names.folder}/${plan.path}`, render("header", { banner, system: [RUNTIME_HEADER], ...plan })));
  const umbrella = {
    banner,
    guard: upperWords(names.folder, UMBRELLA, "h"),
    includes: plans.map(({ path }) => `${names.folder}/${path}`),
    hash: model.spec.hash,
    version: model.spec.version,
    constants: own.specConstants,
  };
  return [...headers, file(`include/${names.folder}/${UMBRELLA}.h`, render("umbrella", umbrella))];
}

function peer(model: CodecModel, render: Render): GeneratedFile[] {
  const own = context(model);
  const data = { banner: headerLines(model.spec), umbrella: `${own.names.folder}/${UMBRELLA}.h`, constants: own.specConstants };
  return [file(".clang-format", FORMAT), file("dispatch.c", render("peer_dispatch", { ...data, ...dispatchPlan(own) }))];
}

/** What the library has to be built with for a spec whose paths are longer than the room that they have otherwise. */
function settings(own: Context): GeneratedFile[] {
  const need = longestPath(own);
  if (need < pathCapacity()) return [];
  return [file("settings.cmake", `set(CODEC_PATH_CAPACITY ${Math.ceil((need + 1) / 1024) * 1024})\n`)];
}

/** Templates leave an empty line behind the last of a list; files end with one line feed. */
const file = (path: string, content: string): GeneratedFile => ({ path, content: content.replace(/\n{3,}/g, "\n\n").replace(/\n+$/, "\n") });
