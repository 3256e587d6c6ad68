package parser

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// MaxNote is the size, in bytes, above which a note is not read: 4 MiB.
const MaxNote = 4 << 20

// File is one note as it was parsed, before it is joined with the others. It
// is immutable.
type File struct {
	Source *Source
	Kind   Kind
	// Partial: the frontmatter is damaged, and what could be salvaged of it
	// was read.
	Partial bool
	// Unreadable: nothing of the note could be read.
	Unreadable bool
	Problems   []Problem

	notNote  bool // only carries problems; counts as nothing
	template bool

	search      *searchEntry
	application *applicationEntry
	interviews  []*interviewEntry
	reference   *referenceEntry
	outreach    *outreachEntry
	waivers     []waiverText
	research    []Passage // of an application, apart from rounds below headings

	body     int       // where it begins in the source, behind the fields
	sections []section // without their blocks, once the note is parsed
	lines    []logLine
	loose    []logLine    // without a verb of the grammar: see almostLoose
	naming   []int        // the lines that may name a company or role of their own
	days     []sectionDay // of sections with lines, by logLine.day: the nearest dated heading
}

// unreadableFile is a note of which nothing could be read, with the reason.
func unreadableFile(src *Source, p Problem) *File {
	return &File{Source: src, Unreadable: true, Problems: []Problem{p}}
}

// problemFile carries a problem of the folder that is no note's.
func problemFile(src *Source, p Problem) *File {
	return &File{Source: src, notNote: true, Problems: []Problem{p}}
}

// Entry reports whether the note is one of the journal's entries.
func (f *File) Entry() bool { return f.Kind != KindOther && !f.Unreadable && !f.notNote }

// Parse reads one note. It never fails: what cannot be read becomes a problem
// of the File, and everything else is still read.
func Parse(src *Source) *File {
	if p, bad := unreadableText(src); bad {
		return unreadableFile(src, p)
	}
	f := &File{Source: src}
	masked, conflicts := maskConflicts(src)
	f.Source = masked
	fm, problems := readFrontmatter(src) // which masks conflicts by itself, and remembers the keys in them
	defer fm.release()
	f.Kind = kindOf(src.Path, &fm.root)
	if len(conflicts) > 0 && undecided(src, masked, f.Kind) {
		return &File{Source: src, Unreadable: true, Problems: conflicts}
	}
	if f.Kind == KindOther {
		return &File{Source: &Source{Path: src.Path}}
	}
	f.Problems = append(conflicts, problems...)
	f.Partial = fm.partial || len(conflicts) > 0 && conflicts[0].Span.Start < fm.body
	if fm.partial && fm.syntax == "" && fm.root.kind == nodeNull && f.Kind != KindLog {
		return &File{Source: src, Kind: f.Kind, Unreadable: true, Problems: f.Problems}
	}
	reader := sectionReaders.Get().(*sectionReader)
	defer reader.release()
	var deep []Problem
	f.body = fm.body
	f.sections, deep = reader.read(masked, fm.body)
	setKinds(f.sections)
	headings := f.roundHeadings()
	damaged := len(conflicts) > 0 || fm.partial && !templateMarks(src.Text[:fm.body])
	if !damaged && f.isTemplate(&fm.root, headings) {
		return &File{Source: &Source{Path: src.Path}, template: true}
	}
	f.Problems = append(f.Problems, deep...)
	f.readEntry(&fm.root)
	f.readBody(&fm.root, headings)
	f.tellBodyFields(&fm.root)
	f.dropBlocks()
	return f
}

// unreadableText refuses what is not text.
func unreadableText(src *Source) (Problem, bool) {
	at := Place{src, Span{}}
	switch {
	case len(src.Text) > MaxNote:
		return Problem{
			ID: TooLarge, Place: at, Message: "the note is larger than 4 MiB and was not read",
			Hint: "split the note, or list it in .debriefignore",
		}, true
	case !utf8.ValidString(src.Text):
		return Problem{
			ID: NotUTF8, Place: at, Message: "the note is not UTF-8 text and was not read",
			Hint: "save it as UTF-8 in your editor",
		}, true
	case strings.IndexByte(src.Text, 0) >= 0:
		return Problem{
			ID: NotUTF8, Place: at, Message: "the note holds NUL bytes, so it is not text, and was not read",
			Hint: "save it as UTF-8 in your editor",
		}, true
	}
	return Problem{}, false
}

// maskConflicts blanks what stands between git's conflict markers, both sides,
// so that neither is taken for the truth. Offsets stay as they are.
func maskConflicts(src *Source) (*Source, []Problem) {
	regions := conflictRegions(src.Text, bomLength(src.Text), len(src.Text))
	if len(regions) == 0 {
		return src, nil
	}
	var problems []Problem
	for _, r := range regions {
		problems = append(problems, Problem{
			ID: ConflictMarkers, Place: Place{src, Span{r.Start, r.Start + len("<<<<<<<")}},
			Message: "an unresolved merge conflict: neither side was read",
			Hint:    "keep the lines that are right and delete the lines of <<<<<<<, ======= and >>>>>>>",
		})
	}
	return &Source{Path: src.Path, Text: blank(src.Text, regions)}, problems
}

// roundHeadings finds the headings that declare rounds. In an application
// only those that say so (Round 2, Phone interview) do.
func (f *File) roundHeadings() []roundHeading {
	if f.Kind != KindInterview && f.Kind != KindApplication {
		return nil
	}
	var found []roundHeading
	for i := range f.sections {
		h, ok := readRoundHeading(f.Source, f.sections, i)
		if !ok {
			continue
		}
		if f.Kind == KindApplication {
			if !slices.ContainsFunc(strings.Fields(strings.ToLower(h.name)), roundWord) {
				continue
			}
		}
		found = append(found, h)
	}
	return found
}

func roundWord(word string) bool {
	switch word {
	case "round", "interview", "screen", "screening", "onsite", "on-site", "panel":
		return true
	}
	return false
}

// readBody reads log lines, rounds from headings, and the rounds' sections.
func (f *File) readBody(root *node, headings []roundHeading) {
	if f.Kind == KindSearch {
		return
	}
	f.readLines()
	if len(headings) > 0 {
		f.addHeadingRounds(headings)
	}
	if len(f.interviews) > 0 {
		shared := f.sharedBody(nil)
		for _, e := range f.interviews {
			e.body = f.ownBody(e, shared, nil)
		}
	}
	if f.Kind == KindApplication {
		f.research = f.companyResearch(nil)
	}
	f.tellUnheld()
	if f.Kind == KindInterview {
		f.requireRound(root)
	}
}

// firstRound returns the first section that belongs to the heading of a round,
// how many there are if none does.
func (f *File) firstRound() int {
	first := len(f.sections)
	for _, e := range f.interviews {
		if e.to > 0 {
			first = min(first, e.from)
		}
	}
	return first
}

// listedRounds counts the rounds of the fields, which have no heading.
func (f *File) listedRounds() int { return listedIn(f.interviews) }

func listedIn(entries []*interviewEntry) (n int) {
	for _, e := range entries {
		if e.to == 0 {
			n++
		}
	}
	return n
}

// requireRound reports an interview entry without company or date, once.
func (f *File) requireRound(root *node) {
	r := &fields{file: f, root: root, names: interviewFields, place: f.top()}
	for _, e := range f.interviews {
		if !e.company.Given() && !e.application.Given() {
			r.required("company: Acme Robotics", "company")
			break
		}
	}
	if len(f.interviews) == 1 && !f.interviews[0].date.Given() && f.interviews[0].to == 0 && root.get("interviews") == nil {
		r.required("date: "+cmp.Or(f.dayInName(), Civil{2026, time.November, 18}).String(), "date")
	}
}

// roundBody gathers the sections of one round. Those before the first heading
// of a round belong to rounds that have none, and research there to all.
func (f *File) roundBody(e *interviewEntry, own map[string]sectionKind) roundBody {
	return f.ownBody(e, f.sharedBody(own), own)
}

// sharedBody gathers the sections before the first heading of a round.
func (f *File) sharedBody(own map[string]sectionKind) roundBody {
	return readBodyOf(f.sections, 0, f.firstRound(), own)
}

// companyResearch gathers the research of an application's own note, be there
// rounds in it or not.
func (f *File) companyResearch(own map[string]sectionKind) (research []Passage) {
	for i := range f.firstRound() {
		if kindIn(f.sections, i, own) == researchSection {
			research = appendPassages(research, &f.sections[i])
		}
	}
	return research
}

// ownBody gathers what is written of one round. In an application that lists
// several, the sections say nothing of which they speak.
func (f *File) ownBody(e *interviewEntry, shared roundBody, own map[string]sectionKind) roundBody {
	switch {
	case e.to == 0 && f.Kind == KindInterview:
		return shared
	case e.to == 0 && f.listedRounds() > 1:
		return roundBody{} // nothing says of which
	case e.to == 0: // the text of an application is about that, but for what its titles say
		shared.ownWords = nil
		return shared
	}
	body := readBodyOf(f.sections, e.from, e.to, own)
	body.research = append(slices.Clone(shared.research), body.research...)
	return body
}

// A sectionDay is the date of a heading that groups log lines.
type sectionDay struct {
	moment At[Moment]
	fault  *Problem
}

// lineBuffers holds room for the log lines of one note, until it is known how
// many there are.
var lineBuffers = sync.Pool{New: func() any { return new([]logLine) }}

// readLines collects every list item that has the form of a log line, and the
// dates of the headings above them.
func (f *File) readLines() {
	buffer := lineBuffers.Get().(*[]logLine)
	lines := *buffer
	for i := range f.sections {
		before, loose := len(lines), len(f.loose)
		if lines = f.appendLines(lines, i); len(lines) > before || len(f.loose) > loose {
			f.days = append(f.days, f.dayOf(i))
		}
	}
	if len(lines) > 0 {
		f.lines = slices.Clone(lines)
	}
	*buffer = emptied(lines)
	lineBuffers.Put(buffer)
}

// appendLines appends the log lines of a section.
func (f *File) appendLines(lines []logLine, section int) []logLine {
	s := &f.sections[section]
	bare := f.Kind == KindLog || s.kind == logSection
	for j := range s.blocks {
		b := &s.blocks[j]
		if !bare && (b.kind != item || isProse(b.text.Value)) {
			continue
		}
		if bare && (b.kind == paragraph || b.kind == table || b.kind == indented || hasGluedBox(b)) {
			lines = f.appendBare(lines, section, b)
			continue
		}
		var below []logLine
		if bare && !b.verbatim {
			b, below = f.cutBelow(b, section)
		}
		if whole := dayInBullet(f.Source.Text, b); whole != nil {
			b = whole
		}
		lines = append(lines, logLine{section: section, day: len(f.days), inLog: s.kind == logSection})
		line := &lines[len(lines)-1]
		if line.read(b) {
			line.readBehind(b)
			line.readNames()
			if line.what == AppliedTo || line.what == InterviewedAt {
				f.naming = append(f.naming, len(lines)-1)
			}
			lines = append(lines, below...)
			continue
		}
		if line.what == "" && bare && line.mayTell() {
			f.loose = append(f.loose, *line)
		}
		*line = logLine{}
		lines = append(lines[:len(lines)-1], below...)
	}
	return lines
}

// dayOf returns the date that a heading begins with, else that of the section
// around it, else of a note whose name is a date.
func (f *File) dayOf(i int) sectionDay {
	s := &f.sections[i]
	title := strings.TrimPrefix(s.title.Value, "[[") // a link to a daily note
	if c, ok := f.dayInMonth(i); ok {
		return sectionDay{moment: At[Moment]{Moment{Day: c, Span: s.title.Span}, s.title.Span}}
	}
	if m, _, fault, ok := leadingMoment(title); ok && !f.weekdayOfNote(title) {
		if fault != nil {
			p := fault.problem(f.Source, s.title.Span.Start+len(s.title.Value)-len(title))
			return sectionDay{fault: &p}
		}
		m.Span = s.title.Span
		return sectionDay{moment: At[Moment]{m, s.title.Span}}
	}
	if _, date, two := strings.Cut(title, " "); two && strings.ContainsAny(date, "0123456789") { // a weekday of another language
		if m, fault := readMoment(date); fault == nil {
			m.Span = s.title.Span
			return sectionDay{moment: At[Moment]{m, s.title.Span}}
		}
	}
	if s.parent >= 0 {
		return f.dayOf(s.parent)
	}
	stem := f.stem()
	if f.Kind != KindLog || len(stem) != len("2006-01-02") {
		return sectionDay{}
	}
	if m, fault := readMoment(stem); fault == nil {
		top := f.top()
		m.Span = top
		return sectionDay{moment: At[Moment]{m, Span{top.Start, top.Start + 1}}}
	}
	return sectionDay{}
}

// dropBlocks lets go of the text that hardly anything reads again.
func (f *File) dropBlocks() {
	for i := range f.sections {
		f.sections[i].blocks = nil
	}
}
