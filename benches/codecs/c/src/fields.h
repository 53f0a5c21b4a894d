/** The fields that have the same name in all libraries, for code that does the same with each of them. */
#ifndef FIELDS_H
#define FIELDS_H

#define PACKET_HEADER_FIELDS(X) \
  X(flags) X(subprotocol) X(priority) X(session_id) X(counter) X(stream_id) X(sequence) X(origin) \
  X(channel) X(subnet) X(payload_length) X(event_count)

#define MACHINE_REPORT_BYTES(X) \
  X(machine) X(image) X(rack) X(signer) X(boot) X(report)

#define MACHINE_REPORT_NUMBERS(X) \
  X(taken_at) X(uptime) X(memory_total) X(memory_free) X(memory_cached) X(memory_dirty) \
  X(swap_total) X(swap_free) X(disk_read) X(disk_written) X(disk_reads) X(disk_writes) \
  X(net_received) X(net_sent) X(net_packets_in) X(net_packets_out) X(interrupts) \
  X(context_switches) X(clock_offset) X(clock_drift) X(cpu_user) X(cpu_system) X(cpu_idle) \
  X(cpu_wait) X(load1) X(load5) X(load15) X(pressure_cpu) X(pressure_memory) X(pressure_disk) \
  X(latency_mean) X(latency_p50) X(latency_p90) X(latency_p99) X(latency_max) X(latency_deviation) \
  X(processes) X(threads) X(open_files) X(open_sockets) X(errors_in) X(errors_out) X(altitude) \
  X(balance) X(celsius) X(celsius_max) X(volts) X(amperes) X(fan1) X(fan2) X(fan3) X(frequency) \
  X(region) X(cores) X(sockets) X(disks) X(interfaces) X(state) X(alarm)

#define PROFILE_TEXTS(X) \
  X(id) X(login) X(name) X(native_name) X(email) X(phone) X(street) X(city) X(region) X(country) \
  X(language) X(time_zone) X(homepage) X(avatar) X(company) X(title) X(motto) X(status) \
  X(biography) X(notes)

#define PARTY_TEXTS(X) \
  X(name) X(street) X(city) X(country)

#define INVOICE_TEXTS(X) \
  X(number) X(issued) X(currency)

#define INVOICE_LINE_NUMBERS(X) \
  X(position) X(quantity) X(unit_price) X(adjustment)

#define STOCK_FIELDS(X) \
  X(count) X(price) X(shelf) X(weight)

#define SAMPLE_FIELDS(X) \
  X(at) X(value) X(channel) X(quality)

#define ITEM_NUMBERS(X) \
  X(quantity) X(price)

#define PARCEL_NUMBERS(X) \
  X(code) X(weight) X(fragile)

#define SHIPMENT_NUMBERS(X) \
  X(tracking) X(departed_at)

#define MOVE_FIELDS(X) \
  X(x) X(y)

#define CURVE_FIELDS(X) \
  X(x1) X(y1) X(x2) X(y2) X(x) X(y)

#define COLOUR_FIELDS(X) \
  X(red) X(green) X(blue) X(alpha)

#define LAYER_FIELDS(X) \
  X(id) X(visible)

#endif
