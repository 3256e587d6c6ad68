package parser

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// FuzzPlainYAML holds the two ways to read a block to each other: what
// plainYAML takes reads the same, place by place, as the decoder has it.
func FuzzPlainYAML(f *testing.F) {
	for _, seed := range fuzzSeeds() {
		f.Add(seed)
		if fence, found := findFence(seed); found && fence.closed {
			f.Add(seed[fence.block.Start:fence.block.End])
		}
	}
	f.Fuzz(func(t *testing.T, block string) {
		if len(block) > 1<<12 {
			t.Skip()
		}
		if _, err := readBothWays(block); err != nil {
			t.Error(err)
		}
	})
}

// readBothWays reports whether plainYAML takes a block; the error says how the
// decoder disagrees.
func readBothWays(block string) (taken bool, err error) {
	src := &Source{Path: "a.md", Text: block}
	plain := &blockReader{src: src, text: block}
	root, taken := plain.readPlainYAML(0, len(block))
	if !taken {
		if len(plain.problems) > 0 {
			return false, fmt.Errorf("%q is refused, with problems", block)
		}
		return false, nil
	}
	decoder := &blockReader{src: src, text: block}
	want, err := decoder.decodeYAML(0, 0, len(block))
	if err != nil {
		return true, fmt.Errorf("%q is taken, and the decoder says: %w", block, err)
	}
	if !reflect.DeepEqual(root, want) || plain.partial != decoder.partial ||
		len(plain.problems)+len(decoder.problems) > 0 && !reflect.DeepEqual(plain.problems, decoder.problems) {
		return true, fmt.Errorf("%q is read as\n%+v, %v\nand the decoder has\n%+v, %v",
			block, root, plain.problems, want, decoder.problems)
	}
	return true, nil
}

// TestPlainYAML says which blocks need no decoder. All of them are read both
// ways.
func TestPlainYAML(t *testing.T) {
	for block, plain := range map[string]bool{
		"company: Acme Robotics\nrole: Data Engineer # or so\n": true,
		"date: 2026-11-18 14:00\n\n# a comment\nround: 2":       true,
		"with: [Dana Reyes, \"Li Wei\", 'Tom']":                 true,
		"thanked: {Dana Reyes: 2026-11-18 19:30, Li Wei: yes}":  true,
		"told:\n  - {position: Acme, on: 2026-11-18}\n  - x\n":  true,
		"told:\n- Acme\n- Globex # soon\nname: Jane":            true,
		"company:\nrole: ~\n":                                   true,
		"url: https://acme.example/jobs#4\nsalary: 84–92k":      true,
		"a: 1\nA: 2\n":                 true, // and a duplicate-key
		"":                             false,
		"told:\n  Acme: 2026-11-18\n":  false,
		"company: \"[[Acme]]\"\n":      false,
		"company: Acme\n  Robotics\n":  false,
		"company: Acme: Robotics\n":    false,
		"purpose: |\n  text\n":         false,
		"company:\tAcme\n":             false,
		"company: Acme\r\n":            false,
		"company: &a Acme\n":           false,
		"told:\n  - Acme\n - Globex\n": false,
		"with: [Dana,\n  Li]\n":        false,
	} {
		taken, err := readBothWays(block)
		if err != nil {
			t.Error(err)
		}
		if taken != plain {
			t.Errorf("%q: plain is %v, want %v", block, taken, plain)
		}
	}
}

// TestPlainYAMLProperty joins the pieces people write into blocks, plain or
// not, and reads them both ways.
func TestPlainYAMLProperty(t *testing.T) {
	pieces := strings.Split("company|date|told|a b|null|~|yes|2026-11-18 14:00|\"q\"|'s'|é|#|-|- |: |:|, |,|[|]|{|}| |  |\n|\n|\n  - ", "|")
	rapid.Check(t, func(t *rapid.T) {
		block := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(t, "pieces"), "")
		if _, err := readBothWays(block); err != nil {
			t.Fatal(err)
		}
	})
}
