/** Whether a JSON object keeps the rules of JSON Schema itself. */
import { Ajv, type ErrorObject } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonObject } from "./schemas.js";

const DRAFTS: { marker: RegExp; make: () => Ajv | Ajv2019 | Ajv2020 }[] = [
  { marker: /draft-0[67]\/schema/, make: () => new Ajv(OPTIONS) },
  { marker: /draft\/2019-09\/schema/, make: () => new Ajv2019(OPTIONS) },
  { marker: /draft\/2020-12\/schema/, make: () => new Ajv2020(OPTIONS) },
];

const OPTIONS = { strict: false, allErrors: true, logger: false } as const;

/** A schema that names no draft is judged by the newest. Drafts that are older than 6, or not known, are taken as they are. */
export function metaschemaFaults(schema: JsonObject): string[] {
  const named = schema["$schema"];
  const draft = typeof named === "string" ? DRAFTS.find(({ marker }) => marker.test(named)) : DRAFTS.at(-1);
  if (!draft) return [];
  const ajv = draft.make();
  // The keyword names the draft; without it ajv takes its own.
  const { $schema: _, ...judged } = schema;
  if (ajv.validateSchema(judged) === true) return [];
  const faults = new Map<string, string>();
  for (const { instancePath, message, params } of (ajv.errors ?? []).filter(isPlain))
    if (!faults.has(instancePath)) faults.set(instancePath, `it is no valid schema: ${instancePath || "the whole"} ${message}${allowed(params)}`);
  return [...faults.values()];
}

/** What only follows from other errors says nothing to a person. */
const isPlain = ({ keyword }: ErrorObject): boolean => !["anyOf", "oneOf", "$ref", "$dynamicRef", "if"].includes(keyword);

const allowed = (params: Record<string, unknown>): string => (Array.isArray(params["allowedValues"]) ? ` (${params["allowedValues"].join(", ")})` : "");
