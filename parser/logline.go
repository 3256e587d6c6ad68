package parser

import (
	"bytes"
	"strings"
	"unicode"
)

// A logLine is a list item that has the form of a statement. Whether it is
// one, only the names of the whole journal decide.
type logLine struct {
	span     Span // of the item's text
	section  int  // index in File.sections
	day      int  // index in File.days
	moment   At[Moment]
	fault    *fault // of the date; at is where the text it speaks of begins
	faultAt  int
	clock    At[Clock] // a time alone, below a dated heading
	what     EventKind
	word     string     // the verb as written, folded
	who      At[string] // person, people, company or agency; zero when not named
	name     string     // who, read as a person; "" when it may be several
	position At[string] // told … about POSITION
	role     At[string]
	with     At[string] // interviewed … with NAMES
	files    []At[string]
	detail   string
	via      string

	inLog      bool // the section is one of a log, search.md's titles apart
	box        checkbox
	received   bool // got an offer: the line says that it came
	imperative bool
	everyone   bool // who means everyone
	bare       bool // no list item: it counts for nothing
	slip       slip // why it is bare, where that is not plain
}

// verb is a word that says what happened.
type verb struct {
	what       EventKind
	imperative bool
	// after are the words that lead to the object; "" allows none.
	after []string
}

// offerFrom are the words between accepting or declining and the company.
var offerFrom = []string{"the offer from", "an offer from", "offer from", "the offer", "offer", ""}

// withdrewFrom are the words between withdrawing and the company.
var withdrewFrom = []string{"from", "my application from", "my application at", "my application to", "my application", "the application", ""}

var verbs = map[string]verb{
	"thanked": {what: Thanked, after: []string{""}},
	"thank":   {what: Thanked, after: []string{""}, imperative: true},
	"thx'd":   {what: Thanked, after: []string{""}}, "thx’d": {what: Thanked, after: []string{""}},
	// Thank-you notes, sent or still to be sent: almostThanks asks which.
	"thank-you": {what: Thanked, after: []string{""}, imperative: true},

	"told": {what: Told, after: []string{""}}, "tell": {what: Told, after: []string{""}, imperative: true},
	"informed": {what: Told, after: []string{""}}, "inform": {what: Told, after: []string{""}, imperative: true},
	"alerted": {what: Told, after: []string{""}}, "alert": {what: Told, after: []string{""}, imperative: true},
	"briefed": {what: Told, after: []string{""}}, "brief": {what: Told, after: []string{""}, imperative: true},
	"notified": {what: Told, after: []string{""}}, "notify": {what: Told, after: []string{""}, imperative: true},

	"sent": {what: Sent, after: []string{""}}, "send": {what: Sent, after: []string{""}, imperative: true},
	"asked": {what: Asked, after: []string{""}}, "ask": {what: Asked, after: []string{""}, imperative: true},

	"applied": {what: AppliedTo, after: []string{"to", "at"}}, "apply": {what: AppliedTo, after: []string{"to", "at"}, imperative: true},
	"interviewed": {what: InterviewedAt, after: []string{"at"}}, "interview": {what: InterviewedAt, after: []string{"at"}, imperative: true},

	"contacted": {what: Contacted, after: []string{""}}, "contact": {what: Contacted, after: []string{""}, imperative: true},
	"emailed": {what: Contacted, after: []string{""}}, "email": {what: Contacted, after: []string{""}, imperative: true},
	"called": {what: Contacted, after: []string{""}}, "call": {what: Contacted, after: []string{""}, imperative: true},
	"messaged": {what: Contacted, after: []string{""}}, "message": {what: Contacted, after: []string{""}, imperative: true},
	"met": {what: Contacted, after: []string{"with", ""}}, "meet": {what: Contacted, after: []string{"with", ""}, imperative: true},
	"reached": {what: Contacted, after: []string{"out to", "out"}}, "reach": {what: Contacted, after: []string{"out to", "out"}, imperative: true},

	"followed": {what: FollowedUp, after: []string{"up with", "up"}}, "follow": {what: FollowedUp, after: []string{"up with", "up"}, imperative: true},
	"heard":      {what: HeardBack, after: []string{"back from", "back", "from"}},
	"apologised": {what: Apologised, after: []string{"to", ""}}, "apologise": {what: Apologised, after: []string{"to", ""}, imperative: true},
	"apologized": {what: Apologised, after: []string{"to", ""}}, "apologize": {what: Apologised, after: []string{"to", ""}, imperative: true},

	"offer":    {what: OfferMade, after: []string{"from", ""}},
	"accepted": {what: AcceptedOffer, after: offerFrom}, "accept": {what: AcceptedOffer, after: offerFrom, imperative: true},
	"declined": {what: DeclinedOffer, after: offerFrom}, "decline": {what: DeclinedOffer, after: offerFrom, imperative: true},
	"withdrew": {what: Withdrew, after: withdrewFrom}, "withdraw": {what: Withdrew, after: withdrewFrom, imperative: true},
	"withdrawn": {what: Withdrew, after: withdrewFrom},
	"rejected":  {what: RejectedBy, after: []string{"by", "from", ""}},
	"rejection": {what: RejectedBy, after: []string{"from", "by", ""}},
	"started":   {what: StartedAt, after: []string{"at", ""}}, "start": {what: StartedAt, after: []string{"at", ""}, imperative: true},
}

// read reads a list item as [date [time]] verb object {, sent files} [:
// detail] into a line that says nothing yet.
func (line *logLine) read(b *block) bool {
	if b.kind != item {
		return false
	}
	return line.readText(b)
}

// isProse rules out, at the first word, nearly every item that is no statement:
// the word is a plain one that tells neither a day nor a time, and no statement
// begins with it.
func isProse(text string) bool {
	size := 0
	for size < len(text) && isASCIILetter(text[size]) {
		size++
	}
	var word [32]byte
	if size < 2 || size > len(word) || size == len(text) || text[size] != ' ' {
		return false
	}
	for i := range size {
		word[i] = text[i] | 0x20
	}
	if word[0] == 'n' || mayBeginDate(text) { // noon
		return false
	}
	switch string(word[:size]) {
	case "got", "received", "was", "also", "finally", "just", "done":
		return false
	}
	if _, width := germanWeekday(text); width > 0 {
		return false
	}
	_, isVerb := verbs[string(word[:size])]
	return !isVerb
}

func (line *logLine) readText(b *block) bool {
	line.span, line.box = b.text.Span, b.box
	if b.text.Value == "" {
		return false
	}
	text := line.cutDoneDate(line.cutDoneMark(b.text))
	at := line.readDate(text)
	rest := text.Value[at:]
	if rest != "" && !isASCIILetter(rest[0]) {
		rest = strings.TrimLeft(rest, " \t\u00a0—–-:,|*_")
	}
	rest = cutLeadWords(rest)
	rest, line.received = cutGot(rest)
	at = len(text.Value) - len(rest)
	word, after := firstWord(rest)
	if cut := strings.IndexAny(word, ",;!"); cut > 0 && isASCIILetter(word[0]) && standsAlone(strings.ToLower(word[:cut])) {
		word, after = rest[:cut], rest[cut:]
	}
	if !line.readVerb(word) {
		line.who = trimmedPart(text, at, len(text.Value))
		return false
	}
	v := verbs[line.word]
	line.what, line.imperative = v.what, v.imperative
	if line.readStatement(text, at+len(rest)-len(after), v) {
		return true
	}
	if line.what == AppliedTo && !line.imperative { // `applied Acme`: a loose line
		line.what, line.who = "", trimmedPart(text, at, len(text.Value))
	}
	return false
}

// cutGot cuts the words that lead to what came: got an offer, was rejected.
func cutGot(text string) (rest string, received bool) {
	word, _ := firstWord(text)
	switch word {
	case "got", "Got", "received", "Received", "was", "Was":
	default:
		return text, false
	}
	rest = strings.TrimLeft(text[len(word):], " ")
	for _, article := range []string{"an ", "a ", "the "} {
		rest = strings.TrimPrefix(rest, article)
	}
	for _, came := range []string{"offer", "rejected", "rejection"} {
		if startsFold(rest, came) && (word[0]|0x20 != 'w' || came == "rejected") {
			return rest, true
		}
	}
	return text, false
}

// standsAlone reports whether a folded verb is often all there is, with a mark
// behind it: how an application came out, or `called, told about Acme`.
func standsAlone(word string) bool {
	line := logLine{what: verbs[word].what}
	return line.outcome() || line.what == Contacted
}

// readNames prepares who for the journal's names.
func (line *logLine) readNames() {
	if line.who.Value == "" {
		return
	}
	line.everyone = line.what == Thanked && meansEveryone(line.who.Value)
	if len(cutPoints(line.who.Value, anySeparator)) == 2 { // from end to end
		line.name = readPerson(trimmedPart(line.who, 0, len(line.who.Value))).Name.Value
	}
}

// readVerb reads the word that says what happened; most items begin with one
// that does not, and leave nothing behind.
func (line *logLine) readVerb(word string) bool {
	if !isASCII(word) {
		line.word = strings.Trim(strings.ToLower(word), "*_:")
		_, ok := verbs[line.word]
		return ok
	}
	var buffer [32]byte
	lower := append(buffer[:0], word...)
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	lower = bytes.Trim(lower, "*_:")
	if _, ok := verbs[string(lower)]; !ok {
		return false
	}
	line.word = string(lower)
	if at := strings.Index(word, line.word); at >= 0 {
		line.word = word[at : at+len(lower)]
	}
	return true
}

// cutDoneDate reads the date that task plugins put behind a ticked line (`✅
// 2026-11-19`), or a plain `on 2026-11-19` there.
func (line *logLine) cutDoneDate(text At[string]) At[string] {
	for _, mark := range []string{"✅", " on "} {
		if !strings.Contains(text.Value, mark) {
			continue
		}
		at := strings.LastIndex(text.Value, mark)
		date := trimmedPart(text, at+len(mark), len(text.Value))
		if !strings.ContainsAny(date.Value, "0123456789") {
			continue // most lines with an ` on ` go on in words
		}
		if m, fault := readMoment(date.Value); fault == nil {
			m.Span = date.Span
			line.moment = At[Moment]{m, date.Span}
			return trimmedPart(text, 0, at)
		}
	}
	return text
}

// dated reports whether a date or a time stands before whatever the line says.
func (line *logLine) dated() bool {
	return line.moment.Given() || line.clock.Given() || line.fault != nil
}

// readDate reads what stands before the verb, and returns where it ends.
func (line *logLine) readDate(text At[string]) int {
	lead := len(text.Value) - len(strings.TrimLeft(text.Value, " *_[("))
	if strings.HasPrefix(text.Value, "[[") { // [[2026-11-18]], a link to a daily note
		lead = 2
	}
	weekday, width := germanWeekday(text.Value[lead:])
	lead += width
	if m, n, f, ok := leadingMoment(text.Value[lead:]); ok {
		if width > 0 && f == nil {
			if f = m.checkWeekday(weekday); f != nil {
				f = f.over(0, n)
			}
		}
		if clock, width := clockBehind(text.Value[lead+n:]); f == nil && !m.HasClock && width > 0 {
			m.Clock, m.HasClock = clock, true
			n += width
		}
		where := slicePart(text, lead, lead+n).Span
		if f != nil {
			line.fault, line.faultAt = f, slicePart(text, lead, len(text.Value)).Span.Start
		} else {
			m.Span = where
			line.moment = At[Moment]{m, where}
		}
		rest := text.Value[lead+n:]
		if shown, after, ok := strings.Cut(rest, "]]"); ok && strings.HasPrefix(shown, "|") { // [[2026-11-18|Wednesday]]
			rest = after
		}
		return len(text.Value) - len(strings.TrimLeft(rest, "])*_"))
	}
	if text.Value == "" || isASCIILetter(text.Value[0]) && text.Value[0]|0x20 != 'n' {
		return 0 // a word, and not noon
	}
	if c, n, ok := leadingClock(text.Value); ok {
		line.clock = At[Clock]{c, slicePart(text, 0, n).Span}
		return n
	}
	r := dateReader{text: text.Value}
	if _, ok, f := r.clock(); ok && f != nil && r.wordEnds() {
		f.id = BadDate // as it is behind a date
		line.fault, line.faultAt = f.over(0, r.pos), text.Span.Start
		return r.pos
	}
	return 0
}

// firstWord cuts the first word off; the rest keeps its leading space.
func firstWord(text string) (word, rest string) {
	if cut := strings.IndexFunc(text, unicode.IsSpace); cut >= 0 {
		return text[:cut], text[cut:]
	}
	word = strings.TrimRight(text, ".")
	if at := strings.IndexByte(word, ','); at > 0 { // `applied, sent resume.pdf`
		return word[:at], text[at:]
	}
	return word, ""
}

// readStatement reads everything behind the verb.
func (line *logLine) readStatement(text At[string], at int, v verb) bool {
	end := len(text.Value)
	if cut := detailCut(text.Value[at:]); cut >= 0 || strings.HasSuffix(text.Value[:at], ":") {
		if cut < 0 || strings.HasSuffix(text.Value[:at], ":") {
			cut = 0
		}
		line.detail = strings.TrimLeft(text.Value[at+cut:], ":—– ")
		end = at + cut
	}
	if line.what != Sent {
		if cut := sentCut(text.Value[at:end]); cut >= 0 {
			line.files = fileList(slicePart(text, at+cut+sentWidth(text.Value[at+cut:end]), end))
			if len(line.files) == 0 {
				return false
			}
			end = at + cut
		}
	}
	object, ok := afterWords(text, at, end, v.after)
	if role, isRole := cutLead(trimmedPart(text, at, end), "for "); isRole && line.what == AppliedTo { // for ROLE at COMPANY
		line.role, line.who = cutWord(role, " at ")
		line.who = trimEnd(line.who)
		return line.who.Value != ""
	}
	if rest := trimmedPart(text, at, end); !ok && line.what == InterviewedAt && (hasLead(rest, "with ") || hasLead(rest, "w/") || hasLead(rest, "as ")) {
		object, ok = rest, true // in the log of what it is about
	}
	if !ok {
		return false
	}
	return line.readObject(object)
}

// detailCut finds what sets off the detail: a colon before a space or at the
// end, or a dash between spaces.
func detailCut(text string) int {
	for i := range len(text) {
		switch {
		case text[i] == ':' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t'),
			strings.HasPrefix(text[i:], " — "), strings.HasPrefix(text[i:], " – "):
			return i
		}
	}
	return -1
}

// sentCut finds `, sent ` or ` and sent `.
func sentCut(text string) int {
	if indexFold(text, "sent ") < 0 {
		return -1
	}
	for _, mark := range sentMarks {
		if i := indexFold(text, mark); i >= 0 {
			return i
		}
	}
	return -1
}

var sentMarks = []string{", sent ", ",sent ", "; sent ", " and sent ", " + sent ", " & sent ", " (sent "}

func sentWidth(text string) int {
	for _, mark := range sentMarks {
		if startsFold(text, mark) {
			return len(mark)
		}
	}
	return 0
}

// fileList reads the names of the files that were sent.
func fileList(text At[string]) []At[string] {
	var files []At[string]
	for _, f := range splitList(text, anySeparator, nil) {
		for word, rest := firstWord(f.Value); isSmallWord(word) && rest != ""; word, rest = firstWord(f.Value) {
			f = trimmedPart(f, len(word), len(f.Value))
		}
		if strings.HasSuffix(f.Value, ")") && !strings.Contains(f.Value, "(") { // (sent resume.pdf)
			f = trimmedPart(f, 0, len(f.Value)-1)
		}
		f.Value = plainText(f.Value)
		if f.Value != "" {
			files = append(files, f)
		}
	}
	return files
}

// isSmallWord reports whether a word only leads to the name of a file, as in
// `sent her my resume.pdf`.
func isSmallWord(word string) bool {
	switch strings.ToLower(word) {
	case "a", "an", "the", "my", "her", "him", "them":
		return true
	}
	return false
}

// isThankYou reports whether what was sent is a thank-you note, and how it
// went.
func isThankYou(files []At[string]) (via string, ok bool) {
	if len(files) != 1 {
		return "", false
	}
	switch strings.ReplaceAll(FoldName(files[0].Value), "-", " ") {
	case "thank you", "thanks", "thank you note", "thank you letter":
		return "", true
	case "thank you email", "thank you mail":
		return "email", true
	case "thank you card":
		return "card", true
	case "thank you message":
		return "message", true
	}
	return "", false
}

// afterWords returns what follows the words that lead to the object.
func afterWords(text At[string], at, end int, after []string) (At[string], bool) {
	rest := text.Value[at:end]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	at += len(rest) - len(trimmed)
	for _, words := range after {
		if words == "" {
			return trimmedPart(text, at, end), true
		}
		if len(trimmed) >= len(words) && strings.EqualFold(trimmed[:len(words)], words) &&
			(len(trimmed) == len(words) || trimmed[len(words)] == ' ') {
			return trimmedPart(text, at+len(words), end), true
		}
	}
	// A verb alone, in the log of what it is about: `applied`, `rejected`.
	return At[string]{Span: Span{text.Span.End, text.Span.End}}, trimmed == "" || trimmed == "."
}

// readObject reads the object by the grammar of its verb.
func (line *logLine) readObject(object At[string]) bool {
	object = trimEnd(object)
	switch line.what {
	case Told:
		object, line.position = cutWord(object, " about ")
		if rest, ok := cutLead(object, "about "); ok {
			object, line.position = At[string]{}, rest
		}
		line.position, line.role = cutWord(withoutJob(line.position), " as ")
	case Sent:
		files, who := cutWord(object, " to ")
		line.files, line.who = fileList(files), who
		if via, ok := isThankYou(line.files); ok {
			line.what, line.via, line.files = Thanked, via, nil
			return true
		}
		return len(line.files) > 0
	case Asked:
		object, _ = cutWord(object, " for permission")
		if strings.EqualFold(object.Value, "for permission") {
			object = At[string]{}
		}
	case Thanked:
		object = line.cutManner(object)
	case InterviewedAt:
		object, line.with = cutWith(object)
		object, line.role = cutPart(object, "as ")
		if names, role := cutWord(line.with, " as "); line.role.Value == "" && capitalised(role.Value) {
			line.with, line.role = names, role
		}
		if names, at := cutWord(line.with, " at "); object.Value == "" && namesCompany(at.Value) { // with NAMES at COMPANY
			line.with, object = names, at
		}
	case AppliedTo:
		object = cutPortal(object)
		object, _ = cutWord(object, " via ")
		object, _ = cutWord(object, " through ")
		if company, role := cutWord(object, " as "); !secondDuty(role.Value) {
			object, line.role = company, role
		}
	case OfferMade, AcceptedOffer, DeclinedOffer, Withdrew, RejectedBy, StartedAt, FollowedUp, HeardBack:
		object, line.role = cutWord(object, " as ")
	}
	if isPlaceholder(line.role.Value) { // as the report leaves it to be filled in
		line.role = At[string]{}
	}
	line.who = object
	return true
}

// cutManner reads `by email` and `for the tour` behind a thank-you.
func (line *logLine) cutManner(object At[string]) At[string] {
	object, reason := cutWord(object, " for ")
	if line.detail == "" {
		line.detail = reason.Value
	}
	for _, lead := range []string{" by ", " via "} {
		who, how := cutWord(object, lead)
		switch word := FoldName(how.Value); word {
		case "email", "card", "message", "coordinator":
			line.via = word
			return who
		case "mail", "e-mail":
			line.via = "email"
			return who
		case "phone", "linkedin", "text":
			line.via = "message"
			return who
		}
	}
	return object
}

// cutWord cuts text at the last place where word stands.
func cutWord(text At[string], word string) (before, after At[string]) {
	at := lastIndexFold(text.Value, word)
	if bare := strings.TrimRight(word, " "); at < 0 && endsFold(text.Value, bare) {
		at = len(text.Value) - len(bare)
	}
	if at < 0 {
		return text, At[string]{}
	}
	return trimmedPart(text, 0, at), trimmedPart(text, min(at+len(word), len(text.Value)), len(text.Value))
}

// cutPart is cutWord for a part that may be all there is.
func cutPart(text At[string], lead string) (before, after At[string]) {
	if rest, ok := cutLead(text, lead); ok {
		return At[string]{}, rest
	}
	return cutWord(text, " "+lead)
}

// cutWith cuts the names off whom somebody interviewed with, at the first
// `with`: behind it they may have been happy with it.
func cutWith(text At[string]) (before, with At[string]) {
	for _, lead := range []string{"with ", "w/ ", "w/"} {
		if rest, ok := cutLead(text, lead); ok {
			return At[string]{}, rest
		}
		if at := indexFold(text.Value, " "+lead); at >= 0 {
			return trimmedPart(text, 0, at), trimmedPart(text, at+1+len(lead), len(text.Value))
		}
	}
	if endsFold(text.Value, " with") {
		return trimmedPart(text, 0, len(text.Value)-len(" with")), At[string]{}
	}
	return text, At[string]{}
}

func hasLead(text At[string], lead string) bool {
	return len(text.Value) >= len(lead) && strings.EqualFold(text.Value[:len(lead)], lead)
}

func cutLead(text At[string], lead string) (At[string], bool) {
	if !hasLead(text, lead) {
		return text, false
	}
	return trimmedPart(text, len(lead), len(text.Value)), true
}

// withoutJob reads `the Acme job` as Acme. Without the article the last word
// may be part of the name.
func withoutJob(text At[string]) At[string] {
	for _, article := range []string{"the ", "my ", "their "} {
		rest, ok := cutLead(text, article)
		if !ok {
			continue
		}
		for _, noun := range []string{" job", " role", " position", " opening", " interview", " interviews", " application", " offer"} {
			if endsFold(rest.Value, noun) {
				return trimmedPart(rest, 0, len(rest.Value)-len(noun))
			}
		}
		return rest
	}
	return text
}

// trimEnd drops what people put behind a sentence: marks, an emoji, a smiley,
// a #tag.
func trimEnd(text At[string]) At[string] {
	value := text.Value
	for {
		before := value
		value = strings.TrimRight(value, " !;,")
		value = strings.TrimRightFunc(value, func(r rune) bool {
			return r > unicode.MaxLatin1 && (unicode.IsSymbol(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r))
		})
		for _, smiley := range []string{":(", ":)", ":-(", ":-)", ":/", ";)"} {
			value = strings.TrimSuffix(value, smiley)
		}
		if at := strings.LastIndexByte(value, ' '); at > 0 && len(value) > at+2 && value[at+1] == '#' {
			value = value[:at]
		}
		if value == before {
			return slicePart(text, 0, len(value))
		}
	}
}
