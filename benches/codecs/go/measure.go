package main

import (
	"runtime"
	"sort"
	"time"
)

// operation is what is timed. Its run does it n times.
type operation struct {
	message, library, op string
	bytes                int
	growth               bool
	run                  func(n int)
}

type mode struct {
	warmUp, round time.Duration
	rounds        int
}

var (
	full  = mode{warmUp: 50 * time.Millisecond, round: 50 * time.Millisecond, rounds: 7}
	quick = mode{warmUp: 5 * time.Millisecond, round: 5 * time.Millisecond, rounds: 3}
)

// measure gives each operation's nanoseconds: the median of rounds that go through all operations in turn, so that a slow moment of the machine hits
// all of them alike.
func (m mode) measure(operations []operation) []float64 {
	counts := make([]int, len(operations))
	for i, it := range operations {
		counts[i] = m.count(it)
	}
	times := make([][]float64, len(operations))
	for range m.rounds {
		runtime.GC()
		for i, it := range operations {
			times[i] = append(times[i], elapsed(it, counts[i]))
		}
	}
	medians := make([]float64, len(operations))
	for i := range times {
		sort.Float64s(times[i])
		medians[i] = times[i][len(times[i])/2]
	}
	return medians
}

// count gives how often an operation runs in a round.
func (m mode) count(it operation) int {
	n := 1
	for spent := 0.0; spent < float64(m.warmUp); n *= 2 {
		spent += elapsed(it, n) * float64(n)
	}
	return int(float64(m.round)/elapsed(it, n)) + 1
}

// elapsed gives the nanoseconds of one run of n.
func elapsed(it operation, n int) float64 {
	start := time.Now()
	it.run(n)
	return float64(time.Since(start).Nanoseconds()) / float64(n)
}
