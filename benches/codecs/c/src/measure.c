#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double least_round = 50e6;
static unsigned wanted_rounds = 7;

void measure_quickly(void) {
  least_round = 5e6;
  wanted_rounds = 3;
}

static double now(void) {
  struct timespec time;
  timespec_get(&time, TIME_UTC);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int compare(const void *a, const void *b) {
  const double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

static void print(timing_t *timing) {
  qsort(timing->nanoseconds, wanted_rounds, sizeof timing->nanoseconds[0], compare);
  printf("{\"message\":\"%s\",\"library\":\"%s\",\"version\":\"%s\",\"op\":\"%s\",\"ns\":%.2f,\"bytes\":%zu%s}\n",
         timing->message, timing->library, timing->version, timing->operation,
         timing->nanoseconds[wanted_rounds / 2], timing->bytes, timing->growth ? ",\"growth\":true" : "");
  fflush(stdout);
}

bool measure_round(timing_t *timing) {
  const double time = now();
  if (timing->count == 0) {
    timing->count = 1;
  } else {
    const double taken = time - timing->started;
    if (timing->rounds == 0 && taken < least_round) {
      /* Warms up, and finds how many runs fill a round. */
      const double times = taken > 0 ? 1.1 * least_round / taken : 100;
      timing->count = (uint64_t)((double)timing->count * (times > 100 ? 100 : times)) + 1;
    } else {
      timing->nanoseconds[timing->rounds++] = taken / (double)timing->count;
      if (timing->rounds == wanted_rounds) {
        print(timing);
        return false;
      }
    }
  }
  timing->started = now();
  return true;
}

void require(bool holds, const char *library, const char *message, const char *what) {
  if (holds) return;
  fprintf(stderr, "%s %s: %s\n", library, message, what);
  exit(EXIT_FAILURE);
}
