package main

import "strings"

// bashAlone lets the script for bash do without the package bash-completion,
// which macOS and small installations do not have: what it takes from there, it
// takes from functions that know how to do without. Neither does it sort out
// what fits what was typed. The program has done so, and knows that hal begins
// Halden and mul Müller.
func bashAlone(script string) string {
	return strings.NewReplacer(
		"_filedir", "__debrief_filedir",
		"_get_comp_words_by_ref", "__debrief_words",
		` -- "${cur}")`, ")",
		`[[ $comp == "$cur"* ]] || continue`, ":",
	).Replace(script) + bashHelpers
}

const bashHelpers = `
# The words of the line. Bash parts them at = and :, which is undone here.
__debrief_words()
{
    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@"
        return
    fi
    local i word rest=$COMP_LINE
    words=() cword=0
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $i -gt 0 && $rest != [[:space:]]* && ( $word == [=:]* || ${COMP_WORDS[i-1]} == *[=:] ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        rest=${rest#"${rest%%[![:space:]]*}"}
        rest=${rest#"$word"}
        if [[ $i -eq $COMP_CWORD ]]; then
            cword=$((${#words[@]} - 1))
        fi
    done
    cur=${words[cword]}
    prev=${words[cword > 0 ? cword - 1 : 0]}
}

# Files, with one of the endings in $1, or with -d folders.
__debrief_filedir()
{
    if declare -F _filedir >/dev/null 2>&1; then
        _filedir "$@"
        return
    fi
    local file kind=-f
    if [[ ${1-} == -d ]]; then
        kind=-d
    fi
    while IFS= read -r file; do
        if [[ $kind == -d || -z ${1-} || -d $file || "|$1|" == *"|${file##*.}|"* ]]; then
            COMPREPLY+=("$file")
        fi
    done < <(compgen "$kind" -- "$cur")
    compopt -o filenames 2>/dev/null || true
}
`
