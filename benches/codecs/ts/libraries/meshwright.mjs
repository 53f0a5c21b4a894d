import * as codecs from "../../clients/typescript/dist/index.js";
import { messages } from "../content.mjs";

export const name = "meshwright";
export const version = "0.1.0";

const same = (value) => value;
export const codec = (message) => codecs[message];

export default Object.fromEntries(messages.map((message) => [message, { ...codecs[message], from: same, back: same }]));
