package codec

import (
	"math"
	"time"
)

// Duration is a span of time in whole seconds and nanoseconds. It reaches further than a [time.Duration], which ends
// after about 292 years.
type Duration struct {
	// Secs counts whole seconds.
	Secs uint64
	// Nanos counts the nanoseconds beyond them: at most 999,999,999.
	Nanos uint32
}

const maxNanos = 999_999_999

// DurationOf converts d; ok is false if d is negative.
func DurationOf(d time.Duration) (span Duration, ok bool) {
	if d < 0 {
		return Duration{}, false
	}
	return Duration{Secs: uint64(d / time.Second), Nanos: uint32(d % time.Second)}, true
}

// Std converts the span to a [time.Duration]; ok is false if it is too long for one.
func (d Duration) Std() (span time.Duration, ok bool) {
	const longest = uint64(math.MaxInt64 / int64(time.Second))
	if d.Secs > longest {
		return 0, false
	}
	span = time.Duration(d.Secs)*time.Second + time.Duration(d.Nanos)
	return span, span >= 0
}

// Duration reads seconds and nanoseconds.
func (r *Reader) Duration() (d Duration, err *DecodeError) {
	secs, err := r.Uvarint(0, math.MaxUint64)
	if err != nil {
		return d, err.In("secs")
	}
	nanos, err := r.Uvarint(0, maxNanos)
	if err != nil {
		return d, err.In("nanos")
	}
	return Duration{Secs: secs, Nanos: uint32(nanos)}, nil
}

// Duration appends seconds and nanoseconds.
func (w *Writer) Duration(d Duration) *EncodeError {
	if err := d.check(); err != nil {
		return err
	}
	w.Uvarint(d.Secs)
	w.Uvarint(uint64(d.Nanos))
	return nil
}

func (d Duration) check() *EncodeError {
	if d.Nanos > maxNanos {
		return refuse(ErrOutOfRange, detailOutOfRange, d.Nanos, 0, maxNanos).In("nanos")
	}
	return nil
}

const (
	keySecs  = `"secs":`
	keyNanos = `"nanos":`
)

// durationMembers are the members of a duration in JSON.
var durationMembers = []Member{{Name: "secs", Field: "secs"}, {Name: "nanos", Field: "nanos"}}

// Duration reads an object of seconds and nanoseconds.
func (r *JSONReader) Duration() (d Duration, err *DecodeError) {
	object, err := r.OpenObject()
	if err != nil {
		return d, err
	}
	missing := ""
	if r.Member(keySecs) {
		d.Secs, err = r.Uint(0, math.MaxUint64)
		if err != nil {
			return d, err.In("secs")
		}
	} else {
		missing = "secs"
	}
	if r.Member(keyNanos) {
		nanos, err := r.Uint(0, maxNanos)
		if err != nil {
			return d, err.In("nanos")
		}
		d.Nanos = uint32(nanos)
	} else if missing == "" {
		missing = "nanos"
	}
	return d, r.CloseObject(object, durationMembers, missing)
}

// Duration appends an object of seconds and nanoseconds.
func (w *JSONWriter) Duration(d Duration) *EncodeError {
	if err := d.check(); err != nil {
		return err
	}
	w.Raw("{" + keySecs)
	w.Uint(d.Secs)
	w.Raw("," + keyNanos)
	w.Uint(uint64(d.Nanos))
	w.Raw("}")
	return nil
}
