/** What must hold for any bytes: they are refused with a kind, or they are the only encoding of what they mean. */
#ifndef TESTS_ROUND_TRIP_H
#define TESTS_ROUND_TRIP_H

#include "samples.h"

/** Ends the program, saying why, when it does not hold. The status is the decoder's. */
mw_status_t check_bytes(const sample_root_t *root, mw_bytes_t bytes);

#endif
