/** Timing: the median of several rounds, each long enough that the clock does not matter. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One operation of one message of one library. */
typedef struct timing {
  const char *library;
  const char *version;
  const char *message;
  /** "encode" (to a fresh buffer), "encode_reused" or "decode". */
  const char *operation;
  /** Size of the encoded message. */
  size_t bytes;
  /** One of the messages that are made in many sizes. */
  bool growth;

  /** How often the next round runs the operation; the rest is `measure_round`'s own. */
  uint64_t count;
  unsigned rounds;
  double started;
  double nanoseconds[7];
} timing_t;

void measure_quickly(void);

/** Whether another round is to be run; prints the result when not. */
bool measure_round(timing_t *timing);

/** Says what is wrong and ends the program, unless `holds`. */
void require(bool holds, const char *library, const char *message, const char *what);

#ifdef __cplusplus
}
#endif

/** Makes the compiler believe that the value is used, and that memory has changed. */
#define CONSUME(value) __asm__ volatile("" : : "g"(value) : "memory")

/** Times the statements that follow the timing. */
#define MEASURE(timing, ...)                                                                                 \
  do {                                                                                                       \
    timing_t measured_timing = timing;                                                                       \
    while (measure_round(&measured_timing))                                                                  \
      for (uint64_t measured_run = 0; measured_run < measured_timing.count; measured_run++) {                \
        __VA_ARGS__;                                                                                         \
      }                                                                                                      \
  } while (0)

#endif
