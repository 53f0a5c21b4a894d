/** The content of the bench: the files, and what Meshwright reads in them. */
#ifndef CONTENT_H
#define CONTENT_H

#include <codec_bench/messages.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct content {
  mw_bytes_t packet_header_bytes;
  mw_bytes_t machine_report_bytes;
  mw_bytes_t order_bytes;
  mw_bytes_t profile_bytes;
  mw_bytes_t sample_array_bytes;
  mw_bytes_t drawing_bytes;
  mw_bytes_t invoice_bytes;
  mw_bytes_t inventory_bytes;

  codec_bench_packet_header_t packet_header;
  codec_bench_machine_report_t machine_report;
  codec_bench_order_t order;
  codec_bench_profile_t profile;
  codec_bench_sample_array_t sample_array;
  codec_bench_drawing_t drawing;
  codec_bench_invoice_t invoice;
  codec_bench_inventory_t inventory;
} content_t;

/** Ends the program if something cannot be read. */
void read_content(content_t *content, const char *folder);

/** The bytes of a file; the same. */
mw_bytes_t read_file(const char *folder, const char *name);

#ifdef __cplusplus
}
#endif

#endif
