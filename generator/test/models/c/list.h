/* What the models call of the library c-list: enough to compile them, not to run them. */
#ifndef LIST_H
#define LIST_H
#include <stdbool.h>
#include <stddef.h>

typedef struct list list_t;

list_t *list_create(bool thread_safe, void (*release)(void *));
int list_add_tail(list_t *list, void *data, size_t size);
void *list_get_head(list_t *list);
void *list_get_next(list_t *list);
void list_release(list_t *list);
#endif
