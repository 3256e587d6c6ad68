package parser

// A slab hands out values that stand side by side in memory, in the order in
// which they were asked for: what is made by the ten thousand is made in few
// pieces, and walked without jumping about.
type slab[T any] struct {
	free []T
	size int // of the last piece
}

const (
	firstPiece = 8   // a journal of a few notes stays small
	lastPiece  = 512 // more gains nothing, and up to a piece is left over
)

// take returns the next n values, zero all of them; appending to them copies.
func (s *slab[T]) take(n int) []T {
	if len(s.free) < n {
		s.size = max(n, min(max(firstPiece, 2*s.size), lastPiece))
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// next returns the next value, which is zero.
func (s *slab[T]) next() *T { return &s.take(1)[0] }

// listOf returns a list of one value.
func (s *slab[T]) listOf(value T) []T {
	list := s.take(1)
	list[0] = value
	return list
}
