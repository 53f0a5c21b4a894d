/** The state of the page as the part of its address behind `#`. */
import type { InputForm } from "./input.js";

export interface State {
  /** `""`: all are tried. */
  type: string;
  form: InputForm;
  /** Null: nothing yet. No bytes at all are an input too. */
  input: string | null;
}

/** `#type=wire.packet.PacketHeader&hex=4d57…`, or with `text=` for JSON as it stands. */
export function readAddress(fragment: string): State {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const text = parameters.get("text");
  return { type: parameters.get("type") ?? "", form: text === null ? "hex" : "text", input: text ?? parameters.get("hex") };
}

export function writeAddress({ type, form, input }: State): string {
  const parameters = new URLSearchParams();
  if (type !== "") parameters.set("type", type);
  if (input !== null) parameters.set(form, form === "hex" ? input.replace(/\s+/g, "") : input);
  return `#${parameters}`;
}
