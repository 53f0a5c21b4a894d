// Package property tests what holds for all messages: the generated ones, random ones, and those of the vectors. Its tests
// print the seed that they use; MESHWRIGHT_SEED sets another one.
package property
