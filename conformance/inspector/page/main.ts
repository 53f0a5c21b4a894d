/** The page: one form, and what becomes of its content. The address says everything that is shown. */
import { SpecIndex, type Description } from "../layout/spec.js";
import { element } from "../../runner/page/dom.js";
import { readAddress, writeAddress, type State } from "./address.js";
import { guessForm, parseInput, type InputForm } from "./input.js";
import { Picker } from "./picker.js";
import { attempts, inspection } from "./result.js";

/** Above this, the address no longer follows what is typed. */
const LONGEST_ADDRESS = 65_536;
/** Below this width, rows of eight. */
const WIDE = window.matchMedia("(min-width: 720px)");

const spec = new SpecIndex(JSON.parse(document.getElementById("description")?.textContent ?? "") as Description);
const state: State = readAddress(location.hash);

const bytesField = element("textarea", { id: "bytes", rows: "4", spellcheck: "false", autocomplete: "off", autocapitalize: "off", oninput: () => onInput() });
const forms = (["hex", "text"] as const).map((form) => element("input", { type: "radio", name: "form", id: `form-${form}`, value: form, onchange: () => update({ form }) }));
const picker = new Picker([...spec.roots.keys()], (type) => update({ type }));
const output = element("div", { id: "result" });

document.getElementById("view")?.append(
  element("header", element("p.overline", `${spec.description.spec}, spec ${spec.description.hash.slice(0, 8)}`), element("h1", "Inspector"), element("p.lead", "What the bytes of a message say, field by field. Nothing leaves this page.")),
  element(
    "form.input",
    { onsubmit: (event) => event.preventDefault() },
    element("div.labelled", element("label", { for: "type" }, "Type"), picker.element),
    element("div.labelled", element("div.label-line", element("label", { for: "bytes" }, "Bytes"), element("span.forms", { role: "radiogroup", "aria-label": "Written as" }, forms[0]!, element("label", { for: "form-hex" }, "hex"), forms[1]!, element("label", { for: "form-text" }, "JSON text"))), bytesField),
  ),
  output,
);

function onInput(): void {
  const input = bytesField.value;
  update({ input, form: guessForm(input) ?? state.form });
}

/** Takes over a change, shows it, and puts it in the address. */
function update(change: Partial<State>): void {
  Object.assign(state, change);
  const address = writeAddress(state);
  if (address.length <= LONGEST_ADDRESS) history.replaceState(null, "", address);
  show();
}

function show(): void {
  picker.set(state.type);
  if (bytesField.value !== (state.input ?? "")) bytesField.value = state.input ?? "";
  for (const radio of forms) radio.checked = (radio.value as InputForm) === state.form;
  output.replaceChildren(...content());
}

function content(): HTMLElement[] {
  if (state.input === null || (state.input === "" && state.type === "")) return [element("p.note", "Paste bytes in hex, or the text of a JSON message.")];
  const parsed = parseInput(state.input, state.form);
  if ("problem" in parsed) return [element("p.verdict.failed", { role: "alert" }, parsed.problem)];
  if (state.type === "") return attempts(parsed.bytes);
  if (!spec.roots.has(state.type)) return [element("p.verdict.failed", { role: "alert" }, `The spec has no message ${state.type}.`)];
  return inspection(spec, state.type, parsed.bytes, WIDE.matches ? 16 : 8);
}

window.addEventListener("hashchange", () => {
  Object.assign(state, readAddress(location.hash));
  show();
});
WIDE.addEventListener("change", show);
show();
