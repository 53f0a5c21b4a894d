/** Levels of types that contain themselves, and of arrays and objects of free JSON, in one message. */
export const MAX_DEPTH = 64;
