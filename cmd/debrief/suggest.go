package main

import (
	"fmt"
	"strings"
)

// didYouMean returns `did you mean NAME?` for the name nearest to word, or ""
// when none is near enough to be a slip of the fingers.
func didYouMean(word string, names []string) string {
	if near := nearest(word, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return ""
}

// nearest returns the name that differs least from word: by at most a third
// of its letters, or that word begins. It returns "" when there is none.
func nearest(word string, names []string) string {
	word = strings.ToLower(word)
	best, bestDistance := "", 0
	for _, name := range names {
		distance := editDistance(word, strings.ToLower(name))
		near := distance <= max(1, len(name)/3)
		begins := len(word) >= 3 && strings.HasPrefix(strings.ToLower(name), word)
		if (near || begins) && (best == "" || distance < bestDistance) {
			best, bestDistance = name, distance
		}
	}
	return best
}

// editDistance counts the letters to insert, drop, change or swap with their
// neighbour to make b of a.
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			change := last[j-1]
			if s[i-1] != t[j-1] {
				change++
			}
			row[j] = min(last[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
