package parser

import "strings"

// sentWho reads `sent Jonas cv.pdf` and `emailed Jonas my CV`, in which whoever
// got the files stands before them, as `sent cv.pdf to Jonas`. A line that does not
// begin with somebody the journal knows stays as it is.
func (b *joiner) sentWho(f *note, line *logLine) *logLine {
	text := line.who
	switch {
	case line.what == Sent && text.Value == "" && len(line.files) > 0:
		text = line.files[0]
	case !line.writes() || len(line.files) > 0:
		return line
	}
	end := 0
	for range 3 { // words of a name
		next := strings.IndexByte(text.Value[min(end+1, len(text.Value)):], ' ')
		if next < 0 {
			return line
		}
		end += 1 + next
		files := fileList(trimmedPart(text, end, len(text.Value)))
		if line.what == Sent {
			files = append(files, line.files[1:]...)
		}
		if !allFiles(files) {
			continue
		}
		name := trimmedPart(text, 0, end)
		if p, _ := b.lookupIn(f, plainText(name.Value)); p != nil {
			again := *line
			again.what, again.who, again.name, again.files = Sent, name, p.Name, files
			return &again
		}
	}
	return line
}

// writes reports whether the verb is one of writing, by which files go as well.
func (line *logLine) writes() bool {
	switch line.word {
	case "emailed", "email", "messaged", "message":
		return true
	}
	return false
}

// allFiles reports whether each of the texts is the name of a file, or a word
// for a résumé.
func allFiles(files []At[string]) bool {
	for _, file := range files {
		name := file.Value
		dot := strings.LastIndexByte(name, '.')
		if extension := name[dot+1:]; dot > 0 && len(extension) >= 2 && len(extension) <= 5 && !strings.Contains(name, " ") {
			continue
		}
		switch FoldName(name) {
		case "cv", "resume", "lebenslauf", "cover letter":
		default:
			return false
		}
	}
	return len(files) > 0
}
