/*
 * The conformance peer: one JSON request a line on standard input, one answer a line on standard output, until the input ends.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dispatch.h"
#include "neutral.h"

/** Everything that one line needs; used again for the next. */
typedef struct session {
  mw_arena_t arena;
  mw_buffer_t answer;
  mw_buffer_t bytes;
  mw_codec_error_t error;
} session_t;

static bool give_id(mw_buffer_t *to, const mw_json_node_t *id) {
  if (id == NULL) return peer_give_literal(to, "null");
  if (id->type == MW_JSON_STRING) return peer_give_text(to, id->text);
  if (id->type == MW_JSON_NUMBER) return mw_buffer_append(to, id->text.data, id->text.size);
  return peer_give_literal(to, "null");
}

static bool begin_answer(mw_buffer_t *to, const mw_json_node_t *id, const char *what) {
  mw_buffer_clear(to);
  return peer_give_literal(to, "{\"id\":") && give_id(to, id) && peer_give_literal(to, ",\"") &&
         peer_give_literal(to, what) && peer_give_literal(to, "\":");
}

static bool give_error(mw_buffer_t *to, const mw_json_node_t *id, const char *kind,
                       const mw_codec_error_t *error, bool has_offset, bool has_path) {
  bool given = begin_answer(to, id, "error") && peer_give_literal(to, "{\"kind\":") &&
               peer_give_text(to, mw_text_of(kind)) && peer_give_literal(to, ",\"message\":") &&
               peer_give_text(to, mw_text_of(error->message));
  if (has_offset)
    given = given && peer_give_literal(to, ",\"offset\":") && peer_give_unsigned(to, 32, error->offset);
  if (has_path)
    given = given && peer_give_literal(to, ",\"path\":") && peer_give_text(to, mw_text_of(error->path));
  return given && peer_give_literal(to, "}}");
}

static bool answer_bad_request(session_t *session, const mw_json_node_t *id, const char *why) {
  peer_request_t in = {.error = &session->error};
  peer_note_request(&in, why);
  return give_error(&session->answer, id, "bad_request", &session->error, false, false);
}

static bool answer_hello(session_t *session, const mw_json_node_t *id) {
  mw_buffer_t *const to = &session->answer;
  if (!begin_answer(to, id, "ok")) return false;
  if (!peer_give_literal(to, "{\"language\":\"c\",\"version\":") ||
      !peer_give_text(to, mw_text_of(peer_spec_version)))
    return false;
  if (!peer_give_literal(to, ",\"spec\":")) return false;
  if (!peer_give_text(to, mw_text_of(peer_spec_hash))) return false;
  if (!peer_give_literal(to, ",\"features\":[\"codec\"],\"types\":[")) return false;
  for (size_t i = 0; i < peer_type_count; i++)
    if (!peer_give_separator(to, i) || !peer_give_text(to, mw_text_of(peer_types[i].name))) return false;
  return peer_give_literal(to, "]}}");
}

static bool answer_encode(session_t *session, const mw_json_node_t *id, const peer_type_t *type,
                          const mw_json_node_t *request) {
  const mw_json_node_t *const value = mw_json_find(request, "value");
  if (value == NULL) return answer_bad_request(session, id, "encode needs a value");
  peer_request_t in = {.arena = &session->arena, .error = &session->error};
  mw_buffer_clear(&session->bytes);
  if (type->encode(&in, value, &session->bytes)) {
    return begin_answer(&session->answer, id, "ok") && peer_give_literal(&session->answer, "{\"bytes\":") &&
           peer_give_bytes(&session->answer, mw_buffer_bytes(&session->bytes)) &&
           peer_give_literal(&session->answer, "}}");
  }
  if (in.no_memory) return false;
  const char *const kind = in.bad_request ? "bad_request" : mw_codec_error_kind_name(session->error.kind);
  return give_error(&session->answer, id, kind, &session->error, false, true);
}

static bool answer_decode(session_t *session, const mw_json_node_t *id, const peer_type_t *type,
                          const mw_json_node_t *request) {
  const mw_json_node_t *const given = mw_json_find(request, "bytes");
  if (given == NULL) return answer_bad_request(session, id, "decode needs bytes");
  peer_request_t in = {.arena = &session->arena, .error = &session->error};
  mw_bytes_t bytes;
  if (!peer_take_bytes(&in, given, &bytes))
    return !in.no_memory && answer_bad_request(session, id, "decode needs bytes as hex in lower case");
  mw_buffer_t *const to = &session->answer;
  if (!begin_answer(to, id, "ok") || !peer_give_literal(to, "{\"value\":")) return false;
  switch (type->decode(bytes, &session->arena, to, &session->error)) {
  case MW_OK:
    return peer_give_literal(to, "}}");
  case MW_REFUSED:
    return give_error(to, id, mw_codec_error_kind_name(session->error.kind), &session->error, true, true);
  case MW_NO_MEMORY:
    break;
  }
  return false;
}

static const peer_type_t *find_type(const mw_json_node_t *name) {
  if (name == NULL || name->type != MW_JSON_STRING) return NULL;
  for (size_t i = 0; i < peer_type_count; i++)
    if (mw_text_equal(name->text, mw_text_of(peer_types[i].name))) return &peer_types[i];
  return NULL;
}

static bool is_op(const mw_json_node_t *op, const char *name) {
  return op->type == MW_JSON_STRING && mw_text_equal(op->text, mw_text_of(name));
}

static bool answer_line(session_t *session, const char *line, size_t size) {
  mw_json_node_t request;
  switch (mw_json_parse(line, size, &session->arena, &request, &session->error)) {
  case MW_OK:
    break;
  case MW_REFUSED:
    return answer_bad_request(session, NULL, "the line is not JSON");
  case MW_NO_MEMORY:
    return false;
  }
  const mw_json_node_t *const id = mw_json_find(&request, "id");
  const mw_json_node_t *const op = mw_json_find(&request, "op");
  if (id == NULL || op == NULL)
    return answer_bad_request(session, id, "a request is an object with an id and an op");
  if (is_op(op, "hello")) return answer_hello(session, id);
  const bool encodes = is_op(op, "encode");
  if (!encodes && !is_op(op, "decode"))
    return answer_bad_request(session, id, "this op is not supported yet");
  const peer_type_t *const type = find_type(mw_json_find(&request, "type"));
  if (type == NULL) return answer_bad_request(session, id, "there is no such type");
  return encodes ? answer_encode(session, id, type, &request) : answer_decode(session, id, type, &request);
}

/** Reads up to a line feed or the end; false at the end of input. */
static bool read_line(mw_buffer_t *line) {
  mw_buffer_clear(line);
  for (int c = getchar(); c != EOF; c = getchar()) {
    if (c == '\n') return true;
    const char character = (char)c;
    if (!mw_buffer_append(line, &character, 1)) exit(EXIT_FAILURE);
  }
  return line->size > 0;
}

static bool is_blank(const mw_buffer_t *line) {
  for (size_t i = 0; i < line->size; i++)
    if (strchr(" \t\r", line->data[i]) == NULL || line->data[i] == '\0') return false;
  return true;
}

int main(void) {
  session_t session;
  mw_buffer_t line;
  mw_arena_init(&session.arena, NULL, 0);
  mw_buffer_init(&session.answer, NULL);
  mw_buffer_init(&session.bytes, NULL);
  mw_buffer_init(&line, NULL);
  while (read_line(&line)) {
    if (is_blank(&line)) continue;
    mw_arena_reset(&session.arena);
    if (!answer_line(&session, (const char *)line.data, line.size)) {
      fprintf(stderr, "out of memory\n");
      answer_bad_request(&session, NULL, "out of memory");
    }
    fwrite(session.answer.data, 1, session.answer.size, stdout);
    putchar('\n');
    fflush(stdout);
  }
  mw_buffer_free(&line);
  mw_buffer_free(&session.bytes);
  mw_buffer_free(&session.answer);
  mw_arena_free(&session.arena);
  return EXIT_SUCCESS;
}
