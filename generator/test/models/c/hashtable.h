/* What the models call of the library c-hashtable: enough to compile them, not to run them. */
#ifndef HASHTABLE_H
#define HASHTABLE_H
#include <stdbool.h>
#include <stddef.h>

typedef struct hashtable hashtable_t;

hashtable_t *hashtable_create(size_t size, bool thread_safe);
int hashtable_add(hashtable_t *table, const char *key, void *data, size_t size);
void *hashtable_lookup(hashtable_t *table, const char *key);
size_t hashtable_get_keys(hashtable_t *table, char ***keys);
void hashtable_release(hashtable_t *table);
#endif
