package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"debrief/parser"
)

// freeName returns a path for a new note that no file has: by its day and
// company, in the folder of its kind as the journal spells it.
func (n *notebook) freeName(kind string, b *blanks) string {
	subject := slug(b.Company)
	if kind == "reference" || subject == "" {
		subject = slug(b.Name)
	}
	if subject == "" {
		subject = kind
	}
	if day := b.day(); kind != "application" && kind != "reference" && day != "" {
		subject = day + "-" + subject
	}
	folder := n.folderOf(kind)
	name := folder + "/" + subject + ".md"
	if kind == "application" && b.Role != "" && n.has(name) {
		subject += "-" + slug(b.Role)
		name = folder + "/" + subject + ".md"
	}
	for i := 2; n.has(name); i++ {
		name = fmt.Sprintf("%s/%s-%d.md", folder, subject, i)
	}
	return name
}

// day is the date of the blanks as notes are named by it, however it was
// written; "" where there is none, or two readings of it.
func (b *blanks) day() string {
	when, err := parser.ReadDate(b.When)
	if err != nil {
		return ""
	}
	day, err := when.Date(parser.OrderUnknown)
	if err != nil {
		return ""
	}
	return day.String()
}

// has reports whether there is a file of that path, or about to be one.
func (n *notebook) has(name string) bool {
	if n.taken[name] {
		return true
	}
	_, err := os.Lstat(filepath.Join(n.root, filepath.FromSlash(name)))
	return err == nil
}

// folderOf returns the folder that notes of a kind are in.
func (n *notebook) folderOf(kind string) string {
	usual := map[string]string{
		"interview": "interviews", "application": "applications", "reference": "references", "outreach": "outreach", "log": "log",
	}[kind]
	here, _ := os.ReadDir(n.root)
	for _, e := range here {
		if folded := strings.ToLower(e.Name()); folded == usual || folded == kind {
			return e.Name()
		}
	}
	return usual
}

// slugLength is how many bytes of a name a file's name has at most: file systems
// take 255, with the day, an ending and a number.
const slugLength = 120

// slug is a name for a file: small letters of any script, figures and dashes.
func slug(name string) string {
	words := strings.FieldsFunc(parser.FoldName(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	whole := strings.Join(words, "-")
	for len(whole) > slugLength {
		_, last := utf8.DecodeLastRuneInString(whole)
		whole = whole[:len(whole)-last]
	}
	return strings.Trim(whole, "-")
}
