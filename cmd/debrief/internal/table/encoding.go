package table

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encodings are the names that Read takes. The two old ones are never taken
// for granted: their bytes mean something in each of them, and the wrong one
// turns Müller into M¸ller without a word.
var Encodings = []string{"utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"}

// decode returns the text of a file, without its byte-order mark.
func decode(file []byte, encoding string) (string, error) {
	shown, mark := marked(file)
	if encoding == "" || encoding == shown {
		encoding, file = shown, file[mark:]
	}
	var text string
	var err error
	switch encoding {
	case "utf-16le":
		text, err = decode16(file, binary.LittleEndian)
	case "utf-16be":
		text, err = decode16(file, binary.BigEndian)
	case "windows-1252":
		text, err = decode8(file, charmap.Windows1252)
	case "macintosh":
		text, err = decode8(file, charmap.Macintosh)
	default:
		text, err = decodeUTF8(file)
	}
	if err != nil {
		return "", err
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", &Error{Line: lineAt(text, at), Message: "there are NUL bytes in it, so it is no text", Hint: saveAs}
	}
	return text, nil
}

const saveAs = "open it in the spreadsheet and save it as CSV, encoded as UTF-8"

// marked returns the encoding that the first bytes show, and how many of them
// are only there to show it. UTF-16 without a mark is known by the letters of
// the header, of which every other byte is nil.
func marked(file []byte) (encoding string, mark int) {
	switch {
	case bytes.HasPrefix(file, []byte("\xEF\xBB\xBF")):
		return "utf-8", 3
	case bytes.HasPrefix(file, []byte("\xFF\xFE")):
		return "utf-16le", 2
	case bytes.HasPrefix(file, []byte("\xFE\xFF")):
		return "utf-16be", 2
	case len(file) >= 4 && file[0] != 0 && file[1] == 0 && file[2] != 0 && file[3] == 0:
		return "utf-16le", 0
	case len(file) >= 4 && file[0] == 0 && file[1] != 0 && file[2] == 0 && file[3] != 0:
		return "utf-16be", 0
	}
	return "utf-8", 0
}

func decode16(file []byte, order binary.ByteOrder) (string, error) {
	if len(file)%2 == 1 {
		return "", &Error{Message: "it ends in the middle of a character", Hint: "the file may be cut off: save it again"}
	}
	units := make([]uint16, len(file)/2)
	for i := range units {
		units[i] = order.Uint16(file[2*i:])
	}
	runes := utf16.Decode(units)
	text := string(runes)
	if at := strings.IndexRune(text, utf8.RuneError); at >= 0 {
		return "", &Error{Line: lineAt(text, at), Message: "there is half a character in it", Hint: saveAs}
	}
	return text, nil
}

func decode8(file []byte, encoding *charmap.Charmap) (string, error) {
	text, err := encoding.NewDecoder().Bytes(file)
	if err != nil {
		return "", &Error{Message: err.Error(), Hint: saveAs}
	}
	return string(text), nil
}

// decodeUTF8 refuses what is not UTF-8, and shows what it may be instead.
func decodeUTF8(file []byte) (string, error) {
	if utf8.Valid(file) {
		return string(file), nil
	}
	at := 0
	for at < len(file) {
		r, size := utf8.DecodeRune(file[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	word := wordAt(file, at)
	windows, _ := decode8(word, charmap.Windows1252)
	mac, _ := decode8(word, charmap.Macintosh)
	return "", &Error{
		Line: lineAt(string(file), at), Message: "it is not UTF-8, and nothing says what else it is",
		Hint: fmt.Sprintf("%s; or say --encoding windows-1252 if this is %q, --encoding macintosh if it is %q", saveAs, windows, mac),
	}
}

// wordAt returns the letters around an offset.
func wordAt(file []byte, at int) []byte {
	isEnd := func(b byte) bool { return b < utf8.RuneSelf && (b|0x20 < 'a' || b|0x20 > 'z') }
	from, to := at, at
	for from > 0 && at-from < maxWord && !isEnd(file[from-1]) {
		from--
	}
	for to < len(file) && to-at < maxWord && !isEnd(file[to]) {
		to++
	}
	return file[from:to]
}

// maxWord is how many bytes are shown to either side of one that is no UTF-8.
const maxWord = 20

// lineAt returns the line of an offset, counted from 1.
func lineAt(text string, at int) int {
	return strings.Count(text[:at], "\n") + 1
}
