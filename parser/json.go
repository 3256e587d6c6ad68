package parser

import (
	"encoding/json"
	"io"
	"strings"
)

// A jsonReader reads one JSON object token by token, so that every value keeps
// its place. All offsets are the note's.
type jsonReader struct {
	r       *blockReader
	text    string // the note up to the end of the block
	decoder *json.Decoder
	base    int // where the decoder's input begins
	at, end int // the last token
	key     At[string]
	begun   bool // key has no value yet
}

// readJSON reads the object between two offsets, and returns where it ends as
// well. After a token that cannot be read it goes on at the next line that
// holds a key of the object itself, if resume is set.
func (r *blockReader) readJSON(from, to int, resume bool) (node, int) {
	j := &jsonReader{r: r, text: r.text[:to], at: from, end: from}
	start := j.skipFiller()
	if start == to {
		return node{}, to
	}
	j.restart(start, "")
	if r.text[start] != '{' {
		value, err := j.value(1)
		if err != nil {
			bad := wholeLine(lineAt(j.text, start))
			r.damaged(BadFrontmatter, bad, "this is no JSON object", "begin it with { and end it with }")
			return node{}, to
		}
		return value, j.end
	}
	m := mapping{r: r}
	_, _ = j.token() // the brace that is there
	column := j.keyColumn()
	for j.pairs(&m, 2) != nil {
		bad := j.explain()
		if j.begun {
			m.add(pair{key: j.key, value: node{kind: nodeBroken, span: bad}})
			j.begun = false
		}
		if !resume || !j.resume(bad.Start, column) {
			break
		}
	}
	return m.asNode(Span{start, j.end}), j.end
}

// restart begins a decoder at an offset, as if prefix stood before it.
func (j *jsonReader) restart(at int, prefix string) {
	j.base, j.at, j.end = at-len(prefix), at, at
	j.decoder = json.NewDecoder(io.MultiReader(strings.NewReader(prefix), strings.NewReader(j.text[at:])))
	j.decoder.UseNumber()
}

// token reads one token and notes where it stands.
func (j *jsonReader) token() (json.Token, error) {
	at := j.skipFiller()
	token, err := j.decoder.Token()
	if err != nil {
		return nil, err
	}
	j.at, j.end = at, j.base+int(j.decoder.InputOffset())
	return token, nil
}

// pairs reads the pairs of an object up to its closing brace. The pairs of the
// outermost one stand at depth 2.
func (j *jsonReader) pairs(m *mapping, depth int) error {
	for j.decoder.More() {
		name, err := j.token()
		if err != nil {
			return err
		}
		key := At[string]{name.(string), Span{j.at, j.end}}
		if depth == 2 {
			j.key, j.begun = key, true
		}
		value, err := j.value(depth)
		if err != nil {
			return err
		}
		m.add(pair{key: key, value: value})
		if depth == 2 {
			j.begun = false
		}
	}
	_, err := j.token()
	return err
}

// value reads one value.
func (j *jsonReader) value(depth int) (node, error) {
	token, err := j.token()
	if err != nil {
		return node{}, err
	}
	at := j.at
	out := node{kind: nodeScalar, raw: true}
	switch token := token.(type) {
	case json.Delim:
		return j.nested(token, depth)
	case nil:
		out = node{}
	case string:
		out.text, out.raw = token, false
	default:
		out.text = j.text[at:j.end]
	}
	out.span = Span{at, j.end}
	return out, nil
}

// nested reads the rest of a list or object.
func (j *jsonReader) nested(open json.Delim, depth int) (node, error) {
	at := j.at
	if depth > maxNesting {
		// The tokens are read all the same, to know where the value ends.
		for level := 1; level > 0; {
			token, err := j.token()
			if err != nil {
				return node{}, err
			}
			switch token {
			case json.Delim('['), json.Delim('{'):
				level++
			case json.Delim(']'), json.Delim('}'):
				level--
			}
		}
		out := node{kind: nodeBroken, span: Span{at, j.end}}
		j.r.damaged(TooDeep, out.span, "lists and objects are nested more than 100 levels deep here", "write it flatter")
		return out, nil
	}
	if open == '{' {
		m := mapping{r: j.r}
		err := j.pairs(&m, depth+1)
		return m.asNode(Span{at, j.end}), err
	}
	out := node{kind: nodeList}
	for j.decoder.More() {
		value, err := j.value(depth + 1)
		if err != nil {
			return out, err
		}
		out.items = append(out.items, value)
	}
	_, err := j.token()
	out.span = Span{at, j.end}
	return out, err
}

// skipFiller returns where the token after the last one begins.
func (j *jsonReader) skipFiller() int {
	at := j.end
	for at < len(j.text) && strings.IndexByte(" \t\r\n,:", j.text[at]) >= 0 {
		at++
	}
	return at
}

// keyColumn returns the column of the object's first key, -1 when it does not
// begin a line.
func (j *jsonReader) keyColumn() int {
	at := j.skipFiller()
	start := lineStart(j.text, at)
	if strings.TrimLeft(j.text[start:at], " \t") != "" {
		return -1
	}
	return at - start
}

// resume goes on at the first line, not above a bad token, that begins with a
// key in that column.
func (j *jsonReader) resume(bad, column int) bool {
	if column < 0 {
		return false // on one line, nothing tells the object's keys from inner ones
	}
	at := lineStart(j.text, bad)
	for ; at < len(j.text); at = lineEnd(j.text, at) {
		l := lineAt(j.text, at)
		if l.content < bad || l.column() != column || l.blank() || j.text[l.content] != '"' || l.content == j.base+1 {
			continue
		}
		if _, ok := yamlKey(j.text, l); ok {
			j.restart(l.content, "{")
			_, err := j.decoder.Token()
			return err == nil
		}
	}
	return false
}

// explain reports the token behind the last good one, and returns its span.
func (j *jsonReader) explain() Span {
	at := j.skipFiller()
	if at == len(j.text) {
		// The input ends too early: point at what came last.
		bad := Span{j.at, max(j.at, j.end)}
		j.r.damaged(BadFrontmatter, bad, "the object is never closed", "end it with }")
		return bad
	}
	end := lineEnd(j.text, at)
	if stop := strings.IndexAny(j.text[at:end], ",]}"); stop > 0 && j.text[at] != '"' {
		end = at + stop
	}
	if j.text[at] == '"' {
		end = at + quotedEnd(j.text[at:end], 0)
	}
	bad := Span{at, at + len(strings.TrimRight(j.text[at:end], " \t\r\n,"))}
	message, hint, fixes := explainJSON(j.text[j.end:at], j.text[at:bad.End], bad, j.end > j.base+1)
	j.r.damaged(BadFrontmatter, bad, message, hint, fixes...)
	return bad
}
