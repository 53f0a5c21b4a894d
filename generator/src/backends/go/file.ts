/** Prints the plan of a file. */
import type { Spec } from "../../ir/model.js";
import type { GeneratedFile } from "../backend.js";
import { headerLines } from "../header.js";
import type { Render } from "../templates.js";
import { indent } from "./format.js";
import { importGroups } from "./imports.js";

/** A part of a file, printed by the template that it names. */
export interface Part {
  template: string;
}

export interface FilePlan {
  path: string;
  package: string;
  /** Doc comment of the package, with markers. */
  doc?: string[];
  parts: readonly Part[];
}

export class FileRenderer {
  /** `packages`: those that are not Go's own, by the name that code uses. */
  constructor(
    private readonly spec: Spec,
    private readonly packages: Readonly<Record<string, string>>,
    private readonly render: Render,
  ) {}

  file({ path, package: name, doc = [], parts }: FilePlan): GeneratedFile {
    const body = parts.map((part) => this.render(part.template, part)).join("\n\n");
    const head = this.render("head", { header: headerLines(this.spec), doc, package: name, imports: importGroups(body, this.packages) });
    return { path, content: indent(`${head}\n${body}`) };
  }
}
