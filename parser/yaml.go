package parser

import (
	"cmp"
	"errors"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
	"go.yaml.in/yaml/v4/plugin/tabindent"
)

var (
	errTooDeep   = errors.New("nested too deeply")
	errSwallowed = errors.New("a value runs over the next key or fence")
	errSeveral   = errors.New("more than one document")
)

// readYAML reads the lines of a YAML block.
func (r *blockReader) readYAML(from, to int) node {
	if root, ok := r.readPlainYAML(from, to); ok {
		return root
	}
	root, err := r.decodeYAML(from, from, to)
	if err == nil {
		return root
	}
	return r.salvageYAML(from, to)
}

// decodeYAML reads the YAML between two offsets. Where content is greater
// than from, the bytes before it are the markers of a list item; they are
// read as the indentation of what follows. Nothing is reported when it
// returns an error.
func (r *blockReader) decodeYAML(from, content, to int) (node, error) {
	text := r.text[from:to]
	plain := strings.ReplaceAll(text[:content-from], "-", " ") + text[content-from:]
	masked := maskYAML(plain)
	doc, err := loadYAML(masked)
	if err != nil || doc == nil || len(doc.Content) == 0 {
		return node{}, err
	}
	problems, partial := len(r.problems), r.partial
	w := &yamlWalker{r: r, text: text, base: from, lines: yamlLines(text), masked: masked != plain}
	root := w.value(doc.Content[0], 1, 0)
	if w.swallowed {
		r.problems, r.partial = r.problems[:problems], partial
		return node{}, errSwallowed
	}
	return root, nil
}

// loadYAML composes the only document of text; nil when it has none.
func loadYAML(text string) (*yaml.Node, error) {
	deep := false // the loader's own errors do not wrap the limit's
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > maxNesting {
			deep = true
			return errTooDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(strings.NewReader(text), yaml.WithPlugin(limits, tabindent.New()))
	if err != nil {
		return nil, err
	}
	var doc, next yaml.Node
	switch err := loader.Load(&doc); {
	case deep:
		return nil, errTooDeep
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	if err := loader.Load(&next); !errors.Is(err, io.EOF) {
		return nil, cmp.Or(err, errSeveral)
	}
	return &doc, nil
}
