/** What users of a package import: the classes of each module, without the code that reads and writes them. */
import type { CodecModel } from "../../codec/model.js";
import type { GeneratedFile } from "../backend.js";
import { docstring } from "./docs.js";
import { headerOf, lazyOf, render } from "./files.js";
import { PythonModel } from "./model.js";
import { asExported, asImported } from "./order.js";
import { imported, layOut, list } from "./source.js";

/** What the package hands on from its runtime. */
const RUNTIME = ["DecodeError", "Duration", "EncodeError", "JsonText", "Kind", "SocketAddress", "WrongTypeError"];
/** What the package's root has besides modules. */
const ROOT = ["SPEC_HASH", ...RUNTIME, "accelerated"];

interface PublicModule {
  /** `["wire", "packet"]` */
  path: string[];
  classes: string[];
  /** Names of the modules below it. */
  children: Set<string>;
}

/** Relative to the package's root, where `codec` and `generated` are. */
export function publicModules(source: CodecModel, description: string): GeneratedFile[] {
  const header = headerOf(source);
  return moduleTree(new PythonModel(source)).map((module) => {
    const { path, children } = module;
    const file = [...path, ...(children.size > 0 ? ["__init__"] : [])].join("/");
    return { path: `${file}.py`, content: render("public-module", { header, ...(path.length === 0 ? planRoot(module, description) : plan(module)) }) };
  });
}

function moduleTree(model: PythonModel): PublicModule[] {
  const tree = new Map<string, PublicModule>();
  const at = (path: string[]): PublicModule => {
    const key = path.join(".");
    if (!tree.has(key)) tree.set(key, { path, classes: [], children: new Set() });
    return tree.get(key)!;
  };
  for (const [module, types] of model.modules()) {
    const path = model.path(module);
    path.forEach((name, index) => at(path.slice(0, index)).children.add(name));
    at(path).classes = types.map(({ id }) => model.className(id));
  }
  return [...tree.values()];
}

function planRoot({ children }: PublicModule, description: string): object {
  const about = `${description}\n\nMessages live in modules as in the spec. All of them decode and encode in exactly one way, the same in every language.`;
  return {
    docstring: docstring({ text: about }, 0),
    imports: layOut([imported("from .codec import ", RUNTIME), "from .generated import SPEC_HASH"]),
    exported: [],
    lazy: lazyOf([...children].sort(), ROOT),
    root: true,
  };
}

function plan({ path, classes, children }: PublicModule): object {
  const name = path.join(".");
  const dots = ".".repeat(path.length + (children.size > 0 ? 1 : 0));
  return {
    docstring: docstring({ text: `Messages of \`${name}\`.` }, 0),
    imports: classes.length === 0 ? [] : layOut([imported(`from ${dots}generated.${name} import `, classes.toSorted(asImported))]),
    exported: layOut([list("__all__ = ", classes.toSorted(asExported).map((each) => `"${each}"`))]),
    lazy: lazyOf([...children].sort(), classes),
    root: false,
  };
}
