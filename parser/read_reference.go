package parser

func (f *fields) reference() *referenceEntry {
	e := &referenceEntry{
		name: f.text("name"), relationship: f.text("relationship").Value, email: f.text("email").Value,
		permission: f.done("permission"), thanked: f.done("thanked"), active: true,
	}
	if !e.name.Given() {
		f.required("name: "+orText(f.file.headingName(), "Jane Doe"), "name")
	}
	if active := f.flag("active"); active.Given() {
		e.active = active.Value
	}
	e.told = f.told()
	f.text("phone") // shown nowhere, and one value all the same
	return e
}

// told reads positions with dates, a list of records, or plain names of
// companies.
func (f *fields) told() []toldText {
	var told []toldText
	for n := range f.findAll("told") {
		told = joined(told, f.toldOf(n))
	}
	return told
}

func (f *fields) toldOf(n *node) []toldText {
	switch n.kind {
	case nodeScalar:
		return f.toldNames(n, anySeparator)
	case nodeMap:
		return f.toldMap(n)
	}
	var told []toldText
	for i := range n.items {
		switch it := &n.items[i]; {
		case isBlank(it) || it.kind == nodeBroken:
		case it.kind == nodeScalar:
			told = append(told, f.toldNames(it, innerSeparator)...)
		case it.kind == nodeMap:
			told = append(told, f.toldMap(it)...)
		default:
			f.wrongType(it, "told", "a position")
		}
	}
	return told
}

// toldNames reads positions without dates. A bare yes or a date says nothing
// about which position. Whether the text is one name or several is for the
// whole journal to say.
func (f *fields) toldNames(n *node, separators string) []toldText {
	yes, plain := boolean(n.text)
	if _, fault := readMoment(n.text); fault == nil || plain && yes {
		f.file.problem(BadValue, n.span, "write told: {COMPANY: 2026-11-18}", "told does not say about which position")
		return nil
	}
	if plain {
		return nil
	}
	text := n.plain()
	if told, ok := f.datedTold(text, n.raw); ok {
		return told
	}
	return []toldText{{span: text.Span, position: text, splittable: separators, on: done{Span: text.Span, Yes: true}}}
}

// datedTold reads positions each with its date behind it: `Acme (2026-11-18)`,
// `Acme 2026-11-18, Globex on 2026-11-19`. It is false where text is anything
// else.
func (f *fields) datedTold(text At[string], raw bool) ([]toldText, bool) {
	if !dateLike(text.Value) {
		return nil, false
	}
	parts := []At[string]{text} // a comma may belong to the company
	if _, date, _ := nameAndDate(text); !isMoment(date.Value) {
		parts = splitList(text, anySeparator, nil)
	}
	var told []toldText
	for _, part := range parts {
		name, date, dated := nameAndDate(part)
		if !dated {
			return nil, false
		}
		on := f.doneOf(&node{kind: nodeScalar, text: date.Value, span: date.Span, raw: raw})
		told = append(told, toldText{span: part.Span, position: name, on: on})
	}
	return told, true
}

// toldMap reads {position, on, resume, posting, outcome}, or a mapping from
// positions to dates.
func (f *fields) toldMap(n *node) []toldText {
	record := &fields{file: f.file, root: n, names: toldFields, place: n.span}
	if position := record.find("position"); position != nil {
		record.checkSpelling()
		return []toldText{record.toldRecord(record.text("position"))}
	}
	if record.find("on") != nil || record.find("resume") != nil {
		record.noun = "what a reference was told"
		record.required("position: Acme Robotics", "position")
		return nil
	}
	var told []toldText
	for i := range n.pairs {
		key, value := n.pairs[i].key, &n.pairs[i].value
		position := At[string]{unlink(key.Value), key.Span}
		switch {
		case isBlank(value) || value.kind == nodeBroken || holdsTemplate(value):
		case value.kind == nodeScalar:
			told = append(told, toldText{span: value.span, position: position, on: f.doneOf(value)})
		case value.kind == nodeMap:
			told = append(told, f.part(value, toldFields).toldRecord(position))
		default:
			f.wrongType(value, "told", "a date or yes")
		}
	}
	return told
}

func (f *fields) toldRecord(position At[string]) toldText {
	t := toldText{span: f.place, position: position, on: f.done("on"), outcome: f.done("outcome")}
	if f.find("on") == nil {
		t.on = done{Span: f.place, Yes: true}
	}
	if resume := f.text("resume"); resume.Given() {
		yes, plain := boolean(resume.Value)
		t.resume = yes || !plain
		if !plain {
			t.resumeFile = resume.Value
		}
	}
	if posting := f.text("posting"); posting.Given() {
		yes, plain := boolean(posting.Value)
		t.posting = yes || !plain
	}
	return t
}
