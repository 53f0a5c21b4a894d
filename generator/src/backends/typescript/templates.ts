import { templates } from "../templates.js";

/** Renders a template of this back end. */
export const render = templates("typescript");
