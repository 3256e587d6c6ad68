package parser

import "time"

// File is one parsed note. (skeleton: replaced by parse.go)
type File struct {
	Source   *Source
	Problems []Problem
}

// Parse reads one note. (skeleton)
func Parse(src *Source) *File { return &File{Source: src} }

// NewJournal joins parsed notes. (skeleton)
func NewJournal(files []*File, local *time.Location) *Journal { return &Journal{Zone: local} }
