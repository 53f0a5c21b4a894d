/** The codecs under test. Decoding takes an arena and gives it back, encoding a buffer, as the other libraries take their memory. */
#include "libraries.h"
#include "meshwright_case.h"

void time_meshwright(const content_t *content) {
  TIME_MESHWRIGHT("PacketHeader", packet_header, content->packet_header_bytes, false);
  TIME_MESHWRIGHT("MachineReport", machine_report, content->machine_report_bytes, false);
  TIME_MESHWRIGHT("Order", order, content->order_bytes, false);
  TIME_MESHWRIGHT("Profile", profile, content->profile_bytes, false);
  TIME_MESHWRIGHT("SampleArray", sample_array, content->sample_array_bytes, false);
  TIME_MESHWRIGHT("Drawing", drawing, content->drawing_bytes, false);
  TIME_MESHWRIGHT("Invoice", invoice, content->invoice_bytes, false);
  TIME_MESHWRIGHT("Inventory", inventory, content->inventory_bytes, false);
}
