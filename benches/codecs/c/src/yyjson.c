/** yyjson, for the message that is JSON: its tree is built from the value and written, and read and copied to a value. */
#include <yyjson.h>

#include <stdlib.h>
#include <string.h>

#include "libraries.h"
#include "measure.h"

static const char *const MESSAGE = "Invoice";
static const char *const TAXES[] = {"none", "reduced", "standard"};
enum { TAX_COUNT = sizeof TAXES / sizeof TAXES[0] };

static timing_t timing(const char *operation, size_t bytes) {
  return (timing_t){
      .library = "yyjson", .version = YYJSON_VERSION_STRING, .message = MESSAGE, .operation = operation, .bytes = bytes};
}

/* Writing. */

static void add_text(yyjson_mut_doc *doc, yyjson_mut_val *object, const char *key, mw_text_t text) {
  yyjson_mut_obj_add_strn(doc, object, key, text.data, text.size);
}

static void add_texts(yyjson_mut_doc *doc, yyjson_mut_val *object, const char *key, mw_text_list_t texts) {
  yyjson_mut_val *const array = yyjson_mut_obj_add_arr(doc, object, key);
  for (size_t i = 0; i < texts.count; i++)
    yyjson_mut_arr_add_strn(doc, array, texts.items[i].data, texts.items[i].size);
}

static void add_party(yyjson_mut_doc *doc, yyjson_mut_val *object, const char *key, const codec_bench_party_t *value) {
  yyjson_mut_val *const party = yyjson_mut_obj_add_obj(doc, object, key);
  add_text(doc, party, "name", value->name);
  add_text(doc, party, "street", value->street);
  add_text(doc, party, "city", value->city);
  add_text(doc, party, "country", value->country);
  if (value->has_tax_id) add_text(doc, party, "tax_id", value->tax_id);
  yyjson_mut_val *const location = yyjson_mut_obj_add_obj(doc, party, "location");
  yyjson_mut_obj_add_real(doc, location, "latitude", value->location.latitude);
  yyjson_mut_obj_add_real(doc, location, "longitude", value->location.longitude);
}

static void add_line(yyjson_mut_doc *doc, yyjson_mut_val *lines, const codec_bench_invoice_line_t *value) {
  yyjson_mut_val *const line = yyjson_mut_arr_add_obj(doc, lines);
  yyjson_mut_obj_add_uint(doc, line, "position", value->position);
  add_text(doc, line, "sku", value->sku);
  add_text(doc, line, "description", value->description);
  yyjson_mut_obj_add_uint(doc, line, "quantity", value->quantity);
  yyjson_mut_obj_add_real(doc, line, "unit_price", value->unit_price);
  yyjson_mut_obj_add_int(doc, line, "adjustment", value->adjustment);
  yyjson_mut_obj_add_str(doc, line, "tax", TAXES[value->tax]);
  add_texts(doc, line, "tags", value->tags);
}

static char *encode(const codec_bench_invoice_t *value, size_t *size) {
  yyjson_mut_doc *const doc = yyjson_mut_doc_new(NULL);
  yyjson_mut_val *const root = yyjson_mut_obj(doc);
  yyjson_mut_doc_set_root(doc, root);
  yyjson_mut_obj_add_uint(doc, root, "id", value->id);
  add_text(doc, root, "number", value->number);
  add_text(doc, root, "issued", value->issued);
  add_text(doc, root, "currency", value->currency);
  yyjson_mut_obj_add_bool(doc, root, "paid", value->paid);
  add_party(doc, root, "seller", &value->seller);
  add_party(doc, root, "buyer", &value->buyer);
  yyjson_mut_val *const lines = yyjson_mut_obj_add_arr(doc, root, "lines");
  for (size_t i = 0; i < value->lines.count; i++)
    add_line(doc, lines, &value->lines.items[i]);
  add_texts(doc, root, "notes", value->notes);
  yyjson_mut_obj_add_real(doc, root, "total", value->total);
  char *const text = yyjson_mut_write(doc, 0, size);
  yyjson_mut_doc_free(doc);
  return text;
}

/* Reading. Members are found by name; texts stay in the tree. */

static mw_text_t text_of(yyjson_val *value) {
  return (mw_text_t){yyjson_get_str(value), yyjson_get_len(value)};
}

static mw_text_t get_text(yyjson_val *object, const char *key) {
  return text_of(yyjson_obj_get(object, key));
}

static void *new_items(yyjson_val *array, size_t size, size_t *count) {
  *count = yyjson_arr_size(array);
  return malloc(*count * size + 1);
}

static mw_text_list_t get_texts(yyjson_val *object, const char *key) {
  yyjson_val *const array = yyjson_obj_get(object, key);
  mw_text_list_t texts;
  mw_text_t *const items = new_items(array, sizeof *items, &texts.count);
  size_t i, count;
  yyjson_val *item;
  yyjson_arr_foreach(array, i, count, item) items[i] = text_of(item);
  texts.items = items;
  return texts;
}

static codec_bench_party_t get_party(yyjson_val *object, const char *key) {
  yyjson_val *const party = yyjson_obj_get(object, key);
  yyjson_val *const location = yyjson_obj_get(party, "location");
  const mw_text_t tax_id = get_text(party, "tax_id");
  return (codec_bench_party_t){
      .name = get_text(party, "name"),
      .street = get_text(party, "street"),
      .city = get_text(party, "city"),
      .country = get_text(party, "country"),
      .has_tax_id = tax_id.data != NULL,
      .tax_id = tax_id,
      .location = {yyjson_get_real(yyjson_obj_get(location, "latitude")),
                   yyjson_get_real(yyjson_obj_get(location, "longitude"))},
  };
}

static codec_bench_tax_t get_tax(yyjson_val *object) {
  yyjson_val *const name = yyjson_obj_get(object, "tax");
  codec_bench_tax_t tax = 0;
  while (tax < TAX_COUNT && !yyjson_equals_str(name, TAXES[tax]))
    tax++;
  return tax;
}

static codec_bench_invoice_line_t get_line(yyjson_val *line) {
  return (codec_bench_invoice_line_t){
      .position = (uint32_t)yyjson_get_uint(yyjson_obj_get(line, "position")),
      .sku = get_text(line, "sku"),
      .description = get_text(line, "description"),
      .quantity = (uint32_t)yyjson_get_uint(yyjson_obj_get(line, "quantity")),
      .unit_price = yyjson_get_real(yyjson_obj_get(line, "unit_price")),
      .adjustment = (int32_t)yyjson_get_sint(yyjson_obj_get(line, "adjustment")),
      .tax = get_tax(line),
      .tags = get_texts(line, "tags"),
  };
}

static bool decode(const char *text, size_t size, codec_bench_invoice_t *out, yyjson_doc **doc) {
  *doc = yyjson_read(text, size, 0);
  if (*doc == NULL) return false;
  yyjson_val *const root = yyjson_doc_get_root(*doc);
  yyjson_val *const array = yyjson_obj_get(root, "lines");
  size_t i, count;
  codec_bench_invoice_line_t *const lines = new_items(array, sizeof *lines, &out->lines.count);
  yyjson_val *line;
  yyjson_arr_foreach(array, i, count, line) lines[i] = get_line(line);
  out->id = (uint32_t)yyjson_get_uint(yyjson_obj_get(root, "id"));
  out->number = get_text(root, "number");
  out->issued = get_text(root, "issued");
  out->currency = get_text(root, "currency");
  out->paid = yyjson_get_bool(yyjson_obj_get(root, "paid"));
  out->seller = get_party(root, "seller");
  out->buyer = get_party(root, "buyer");
  out->lines.items = lines;
  out->notes = get_texts(root, "notes");
  out->total = yyjson_get_real(yyjson_obj_get(root, "total"));
  return true;
}

static void release(codec_bench_invoice_t *value, yyjson_doc *doc) {
  for (size_t i = 0; i < value->lines.count; i++)
    free((void *)value->lines.items[i].tags.items);
  free((void *)value->lines.items);
  free((void *)value->notes.items);
  yyjson_doc_free(doc);
}

/** By Meshwright's bytes, which are the same if and only if the values are. */
static bool is_same(const codec_bench_invoice_t *value, mw_bytes_t bytes) {
  mw_buffer_t buffer;
  mw_buffer_init(&buffer, NULL);
  const bool same =
      codec_bench_invoice_encode(value, &buffer, NULL) == MW_OK && mw_bytes_equal(mw_buffer_bytes(&buffer), bytes);
  mw_buffer_free(&buffer);
  return same;
}

void time_yyjson(const content_t *content) {
  size_t size;
  char *const input = encode(&content->invoice, &size);
  codec_bench_invoice_t back;
  yyjson_doc *doc;
  require(decode(input, size, &back, &doc), "yyjson", MESSAGE, "cannot be decoded");
  require(is_same(&back, content->invoice_bytes), "yyjson", MESSAGE, "is not given back");
  release(&back, doc);
  MEASURE(timing("encode", size), {
    CONSUME(&content->invoice);
    size_t written;
    char *const output = encode(&content->invoice, &written);
    CONSUME(output);
    free(output);
  });
  MEASURE(timing("decode", size), {
    codec_bench_invoice_t decoded;
    yyjson_doc *decoded_doc;
    CONSUME(decode(input, size, &decoded, &decoded_doc));
    CONSUME(&decoded);
    release(&decoded, decoded_doc);
  });
  free(input);
}
