/** Marks what the library exports; everything else stays hidden in the shared library. */
#ifndef MESHWRIGHT_EXPORT_H
#define MESHWRIGHT_EXPORT_H

#if defined(_WIN32)
#if defined(MW_BUILDING_SHARED)
#define MW_API __declspec(dllexport)
#elif defined(MW_USING_SHARED)
#define MW_API __declspec(dllimport)
#else
#define MW_API
#endif
#elif defined(__GNUC__)
#define MW_API __attribute__((visibility("default")))
#else
#define MW_API
#endif

#ifdef __cplusplus
#define MW_BEGIN_DECLS extern "C" {
#define MW_END_DECLS }
#else
#define MW_BEGIN_DECLS
#define MW_END_DECLS
#endif

#endif
