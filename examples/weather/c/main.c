/** Writes a forecast, reads the one that another program wrote, and shows what becomes of bad input. */
#include <stdio.h>
#include <weather/messages.h>

static const char ALERT[] = "{\"kind\":\"storm\",\"station\":7,\"severity\":\"severe\",\"starts_at\":1700003600,\"ends_at\":1700010800,\"gusts\":104}";

static bool save(const char *path, mw_bytes_t bytes) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) return false;
  const bool written = fwrite(bytes.data, 1, bytes.size, file) == bytes.size;
  return fclose(file) == 0 && written;
}

static size_t load(const char *path, uint8_t *memory, size_t capacity) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return 0;
  const size_t size = fread(memory, 1, capacity, file);
  fclose(file);
  return size;
}

static int fail(const char *message) {
  fprintf(stderr, "%s\n", message);
  return 1;
}

int main(int argc, char **argv) {
  if (argc != 3) return fail("usage: demo OWN OTHER");
  const weather_hour_t hours[] = {
      {.sky = WEATHER_SKY_CLOUDY, .temperature = 17, .rain_chance = 30},
      {.sky = WEATHER_SKY_THUNDER, .temperature = 14, .rain_chance = 95, .has_gusts = true, .gusts = 71},
  };
  const weather_text_text_entry_t summary[] = {
      {.key = mw_text_of("en"), .value = mw_text_of("Storm from the west.")},
      {.key = mw_text_of("de"), .value = mw_text_of("Sturm von Westen.")},
  };
  const weather_forecast_t forecast = {.station = 7, .issued_at = 1700000000, .hours = {hours, 2}, .summary = {summary, 2}};

  uint8_t memory[256];
  mw_buffer_t own;
  mw_buffer_init_fixed(&own, memory, sizeof memory);
  mw_codec_error_t error;
  if (weather_forecast_encode(&forecast, &own, &error) != MW_OK) return fail(error.message);
  if (!save(argv[1], mw_buffer_bytes(&own))) return fail("the own file cannot be written");

  uint8_t bytes[256];
  const size_t size = load(argv[2], bytes, sizeof bytes);
  mw_arena_t arena;
  mw_arena_init(&arena, NULL, 0);
  weather_forecast_t theirs;
  if (weather_forecast_decode(bytes, size, &arena, &theirs, &error) != MW_OK) return fail(error.message);
  const bool same = mw_bytes_equal(mw_buffer_bytes(&own), (mw_bytes_t){bytes, size});
  printf("station %u: %zu bytes, as here: %s\n", theirs.station, size, same ? "true" : "false");
  for (size_t i = 0; i < theirs.hours.count; i++) {
    const weather_hour_t *hour = &theirs.hours.items[i];
    printf("  %d °C, rain %u %%", hour->temperature, hour->rain_chance);
    if (hour->has_gusts) printf(", gusts %u km/h", hour->gusts);
    printf("\n");
  }

  weather_alert_t alert;
  if (weather_alert_decode((const uint8_t *)ALERT, sizeof ALERT - 1, &arena, &alert, &error) != MW_OK) return fail(error.message);
  switch (alert.tag) {
    case WEATHER_ALERT_CASE_STORM: printf("storm at %u, gusts %u km/h\n", alert.u.storm.station, alert.u.storm.gusts); break;
    case WEATHER_ALERT_CASE_FROST: printf("frost at %u, down to %g °C\n", alert.u.frost.station, (double)alert.u.frost.lowest); break;
    case WEATHER_ALERT_CASE_ALL_CLEAR: printf("all clear at %u\n", alert.u.all_clear.station); break;
  }
  if (weather_forecast_decode(bytes, size - 1, &arena, &theirs, &error) == MW_REFUSED)
    printf("refused: %s at byte %zu, %s\n", mw_codec_error_kind_name(error.kind), error.offset, error.path);
  mw_arena_free(&arena);
  return 0;
}
