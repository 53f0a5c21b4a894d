/** Floats as text: the shortest digits that round-trip, never locale-dependent. */
#ifndef MESHWRIGHT_FLOAT_TEXT_H
#define MESHWRIGHT_FLOAT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <meshwright/export.h>

MW_BEGIN_DECLS

/** Enough for every float and double, terminator included. */
#define MW_FLOAT_TEXT_CAPACITY 32

/**
 * Writes the canonical text of a finite value (`64.0`, `1.5e-7`, `-0.0`), terminated, and returns its length. Non-finite ones
 * become `NaN`, `Infinity` and `-Infinity`.
 */
MW_API size_t mw_format_f64(double value, char text[MW_FLOAT_TEXT_CAPACITY]);

/** As `mw_format_f64`, with the digits that tell a value from its neighbours of single precision. */
MW_API size_t mw_format_f32(float value, char text[MW_FLOAT_TEXT_CAPACITY]);

/** The nearest double of a JSON number, ties to even; too large ones are infinite. False when `text` is not a JSON number as a whole. */
MW_API bool mw_parse_f64(const char *text, size_t size, double *value);

/** As `mw_parse_f64`, rounded once, to single precision. */
MW_API bool mw_parse_f32(const char *text, size_t size, float *value);

MW_END_DECLS

#endif
