package main

import (
	"fmt"
	"path"
	"strings"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
)

// compose makes the note of a row from the journal's template, and parses it by
// itself: a field that would not be read as what the row says is taken out and
// kept as text.
func (ir *importRow) compose(n *notebook, source string, b blanks) error {
	if err := ir.write(n, source, b); err != nil || ir.refused != "" {
		return err
	}
	wrong := ir.misread(n)
	if wrong == "" {
		return ir.markNames(n, source, b)
	}
	// Seldom enough to look for the culprits one by one.
	for _, field := range fieldOrder {
		value := ir.fields[field]
		if value == "" || field == "company" {
			continue
		}
		delete(ir.fields, field)
		if err := ir.write(n, source, b); err != nil {
			return err
		}
		now := ir.misread(n)
		if now == wrong {
			ir.fields[field] = value
			continue
		}
		ir.doubt(importColumn{name: field}, value, "would not be read back: "+wrong)
		if err := ir.write(n, source, b); err != nil { // with what is kept now
			return err
		}
		if wrong = ir.misread(n); wrong == "" {
			return ir.markNames(n, source, b)
		}
	}
	ir.refused = "it would not be understood: " + wrong
	return nil
}

// markNames puts the names of columns into backquotes where one of them reads
// like a line of a log in the wrong place, as `Offer: on 2026-11-18` does: that
// says nothing, but check would speak of it ever after.
func (ir *importRow) markNames(n *notebook, source string, b blanks) error {
	if ir.warnings == 0 || len(ir.kept) == 0 {
		return nil
	}
	ir.marked = true
	if err := ir.write(n, source, b); err != nil {
		return err
	}
	ir.misread(n)
	return nil
}

// write fills the template and the fields, and adds what is kept as text.
func (ir *importRow) write(n *notebook, source string, b blanks) error {
	b.Company, b.Role, b.When = ir.fields["company"], ir.fields["role"], ir.fields["applied"]
	b.Name = ir.fields["via"] // what the file is called by where no company is known
	name := n.freeName("application", &b)
	b.Title = strings.TrimSuffix(path.Base(name), ".md")
	text, err := n.fill("application", &b)
	if err != nil {
		return err
	}
	for _, field := range fieldOrder {
		value, fact := ir.fields[field], field == "status" || field == "applied" || field == "company"
		if value == "" && !fact {
			continue // what a template has for every application may stay
		}
		if text, err = setYAML(text, field, strictYAML(value)); err != nil {
			return err
		}
	}
	if rounds := ir.roundsField(); rounds != "" {
		if text, err = setYAML(text, "interviews", rounds); err != nil {
			return err
		}
	}
	if len(ir.kept) > 0 {
		text = edit.AfterLine(text, 0, keptSection(topLevel(text), source, ir.kept, ir.marked))
	}
	note, err := n.note(name)
	if err != nil {
		return err
	}
	ir.change = note.Change(text)
	return nil
}

// misread says what of the row the note would not say, "" when it says all of
// it and nothing else.
func (ir *importRow) misread(n *notebook) string {
	file := parser.Parse(&parser.Source{Path: ir.change.Name(), Text: ir.change.After})
	// By itself, so that what is read here is what the note says and not what the
	// journal makes of it.
	j := parser.NewJournal([]*parser.File{file}, n.journal.Zone)
	for _, problem := range j.Problems {
		if problem.Severity() == parser.Error {
			return problem.Message
		}
	}
	ir.warnings = len(j.Problems)
	if len(j.Positions) != 1 {
		return fmt.Sprintf("%d positions", len(j.Positions))
	}
	p := j.Positions[0]
	ir.position = p
	status := string(p.Status)
	if p.Ghosted {
		status = "ghosted"
	}
	switch {
	case !p.Undisclosed && !parser.SameName(p.Company, unlinked(ir.fields["company"])):
		return "the company would be " + p.Company
	case !parser.SameName(p.Role, unlinked(ir.fields["role"])):
		return "the role would be " + p.Role
	case status != ir.fields["status"]:
		return "the status would be " + status
	case len(p.Interviews) != len(ir.rounds):
		return fmt.Sprintf("%d interviews", len(p.Interviews))
	}
	return ""
}

// unlinked is a name as notes show it: of a [[path|name]] the name.
func unlinked(text string) string {
	before, rest, ok := strings.Cut(text, "[[")
	if !ok {
		return text
	}
	link, after, ok := strings.Cut(rest, "]]")
	if !ok {
		return text
	}
	if at := strings.LastIndexByte(link, '|'); at >= 0 {
		link = link[at+1:]
	}
	return before + link + unlinked(after)
}

// strictYAML is plainYAML, less the words that YAML takes for nothing.
func strictYAML(value string) string {
	switch strings.ToLower(value) {
	case "null", "true", "false", "yes", "no":
		return quoted(value)
	}
	return plainYAML(value)
}
