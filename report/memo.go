package report

import "sync"

// A memo keeps what was made for a key, for rules that run side by side. The
// zero memo is empty.
type memo[K comparable, V any] struct {
	made sync.Map // of K to V
}

// get returns what belongs to a key, made the first time it is asked for. Two
// that ask at once may both make it; they get the same.
func (m *memo[K, V]) get(key K, maker func() V) V {
	if known, ok := m.made.Load(key); ok {
		return known.(V)
	}
	first, _ := m.made.LoadOrStore(key, maker())
	return first.(V)
}
