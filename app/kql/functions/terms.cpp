// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Term search (semantics of has) and comparison without regard to case. ASCII is looked at byte by byte; a needle with
// other letters takes the slow path through UTF-16 and simple folding.

#include "app/base/ascii.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_set>

namespace watchdesk::kql {

namespace {

constexpr std::array<char, 256> lowerTable()
{
    std::array<char, 256> table{};
    for (int i = 0; i < 256; ++i)
        table[size_t(i)] = char(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}

constexpr auto kLower = lowerTable();

char lower(char c) { return kLower[static_cast<unsigned char>(c)]; }

constexpr std::array<bool, 256> termTable()
{
    std::array<bool, 256> table{};
    for (int i = 0; i < 128; ++i)
        table[size_t(i)] = (i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z');
    return table;
}

constexpr auto kIsTerm = termTable();

bool isAsciiTerm(char c) { return kIsTerm[static_cast<unsigned char>(c)]; }

/// Character by character and without culture, as ordinal comparison folds.
QString folded(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toStdU32String())
        result += QChar::fromUcs4(c <= 0x10ffff ? QChar::toLower(c) : 0xfffd);
    return result;
}

QString toUtf16(Text text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

std::string foldedUtf8(Text text)
{
    if (!isAscii(text))
        return folded(toUtf16(text)).toStdString();
    std::string result(text);
    for (char &c : result)
        c = lower(c);
    return result;
}

bool equalFolded(const char *a, const char *b, size_t size)
{
    for (size_t i = 0; i < size; ++i) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

/// The place in the needle of the letter that is rarest in commands and paths: what is looked for first.
size_t rarest(Text needle)
{
    static const std::string_view common = "etaoinsrlcdpmhuw.x\\ /-0fbg1y2vk:_";
    size_t best = 0;
    size_t bestRank = 0;
    for (size_t i = 0; i < needle.size(); ++i) {
        const size_t rank = std::min(common.find(lower(needle[i])), common.size());
        if (rank > bestRank) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

const char *next(const char *from, const char *end, char c)
{
    const void *found = from < end ? std::memchr(from, c, size_t(end - from)) : nullptr;
    return found ? static_cast<const char *>(found) : end;
}

/// Where `needle` (ASCII) is in `text` from `from` on. Both cases of one letter are looked for with memchr, which is
/// many times faster than looking at each byte.
size_t findFolded(Text text, Text needle, size_t from)
{
    if (needle.empty())
        return from <= text.size() ? from : Text::npos;
    if (text.size() < needle.size() || from > text.size() - needle.size())
        return Text::npos;
    const size_t anchor = rarest(needle);
    const char small = lower(needle[anchor]);
    const char large = small >= 'a' && small <= 'z' ? char(small - 32) : small;
    const char *end = text.data() + text.size() - needle.size() + anchor + 1;
    const char *nextSmall = next(text.data() + from + anchor, end, small);
    const char *nextLarge = large == small ? end : next(text.data() + from + anchor, end, large);
    while (nextSmall < end || nextLarge < end) {
        const char *at = std::min(nextSmall, nextLarge);
        if (equalFolded(at - anchor, needle.data(), needle.size()))
            return size_t(at - anchor - text.data());
        if (at == nextSmall)
            nextSmall = next(at + 1, end, small);
        else
            nextLarge = next(at + 1, end, large);
    }
    return Text::npos;
}

/// The code point that ends just before `at`, or starts at it, is a letter or digit.
bool isTermBefore(Text text, size_t at)
{
    if (at == 0)
        return false;
    if (static_cast<unsigned char>(text[at - 1]) < 0x80)
        return isAsciiTerm(text[at - 1]);
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
        --start;
    const auto points = toUtf16(text.substr(start, at - start)).toStdU32String();
    return !points.empty() && QChar::isLetterOrNumber(points.back());
}

bool isTermAt(Text text, size_t at)
{
    if (at >= text.size())
        return false;
    if (static_cast<unsigned char>(text[at]) < 0x80)
        return isAsciiTerm(text[at]);
    const auto points = toUtf16(text.substr(at, 4)).toStdU32String();
    return !points.empty() && QChar::isLetterOrNumber(points.front());
}

enum Border { None = 0, Left = 1, Right = 2, Both = 3 };

/// The needle's own ends decide which neighbours matter.
int bordersOf(Text needle, int wanted)
{
    int borders = None;
    if ((wanted & Left) && isTermAt(needle, 0))
        borders |= Left;
    if ((wanted & Right) && isTermBefore(needle, needle.size()))
        borders |= Right;
    return borders;
}

template <class Find>
bool hasTerm(Text text, Text needle, int borders, Find find)
{
    if (needle.empty())
        return true;
    for (size_t at = find(text, needle, 0); at != Text::npos; at = find(text, needle, at + 1)) {
        const bool left = !(borders & Left) || !isTermBefore(text, at);
        if (left && (!(borders & Right) || !isTermAt(text, at + needle.size())))
            return true;
    }
    return false;
}

size_t findExact(Text text, Text needle, size_t from) { return text.find(needle, from); }

template <int wanted>
bool termAnyCase(Text text, Text needle)
{
    if (isAscii(needle))
        return hasTerm(text, needle, bordersOf(needle, wanted), findFolded);
    const std::string foldedText = foldedUtf8(text);
    const std::string foldedNeedle = foldedUtf8(needle);
    return hasTerm(foldedText, foldedNeedle, bordersOf(foldedNeedle, wanted), findExact);
}

template <int wanted>
bool termExact(Text text, Text needle)
{
    return hasTerm(text, needle, bordersOf(needle, wanted), findExact);
}

bool containsAnyCase(Text text, Text needle)
{
    if (isAscii(needle))
        return findFolded(text, needle, 0) != Text::npos;
    return foldedUtf8(text).find(foldedUtf8(needle)) != std::string::npos;
}

bool startsAnyCase(Text text, Text needle)
{
    if (isAscii(needle))
        return text.size() >= needle.size() && equalFolded(text.data(), needle.data(), needle.size());
    return foldedUtf8(text).starts_with(foldedUtf8(needle));
}

bool endsAnyCase(Text text, Text needle)
{
    if (isAscii(needle))
        return text.size() >= needle.size() &&
               equalFolded(text.data() + text.size() - needle.size(), needle.data(), needle.size());
    return foldedUtf8(text).ends_with(foldedUtf8(needle));
}

bool equalsAnyCase(Text text, Text other)
{
    if (isAscii(other))
        return text.size() == other.size() && equalFolded(text.data(), other.data(), text.size());
    return foldedUtf8(text) == foldedUtf8(other);
}

MaybeText fold(Text text) { return foldedUtf8(text); }

/// The texts of a list, and those of them that are a single term of ASCII: these are looked up, not looked for.
struct TermList
{
    std::string list; ///< the JSON that it was read from
    std::vector<std::string> terms;
    std::unordered_set<std::string> words; ///< in small letters
    std::vector<std::string> others;
    std::array<uint64_t, 64> starts{}; ///< by the length of a word, the first letters of such

    /// Most of a text is no word of the list by its length and first letter alone.
    bool mayHave(Text word) const
    {
        return word.size() < starts.size() && (starts[word.size()] >> (lower(word[0]) & 63) & 1);
    }

    void divide()
    {
        words.clear();
        others.clear();
        starts.fill(0);
        for (const auto &term : terms) {
            if (term.empty() || term.size() >= starts.size() || !std::all_of(term.begin(), term.end(), isAsciiTerm)) {
                others.push_back(term);
                continue;
            }
            starts[term.size()] |= uint64_t(1) << (lower(term[0]) & 63);
            words.insert(foldedUtf8(term));
        }
    }
};

/// One of the words stands in the text as a term. A word of ASCII letters can only be a whole run of such letters.
bool hasWord(Text text, const TermList &list)
{
    std::string word;
    for (size_t start = 0; start < text.size();) {
        if (!kIsTerm[static_cast<unsigned char>(text[start])]) {
            ++start;
            continue;
        }
        size_t end = start + 1;
        while (end < text.size() && kIsTerm[static_cast<unsigned char>(text[end])])
            ++end;
        if (list.mayHave(text.substr(start, end - start))) {
            word.assign(text.substr(start, end - start));
            for (char &c : word)
                c = lower(c);
            if (list.words.contains(word) && !isTermBefore(text, start) && !isTermAt(text, end))
                return true;
        }
        start = end;
    }
    return false;
}

/// A list is kept from row to row: that of a query is nearly always the same.
const TermList &termsOf(Text list)
{
    thread_local TermList known;
    std::vector<std::string> &terms = known.terms;
    if (known.list == list && !known.list.empty())
        return known;
    known.list = list;
    terms.clear();
    if (jsonKind(list) == 's')
        terms.push_back(jsonUnquoted(trimmedJson(list)));
    forEachElement(list, [&terms](std::string_view element) {
        if (jsonKind(element) == '[')
            forEachElement(element, [&terms](std::string_view inner) {
                terms.push_back(textFromDynamic(inner).value_or(std::string()));
                return true;
            });
        else
            terms.push_back(textFromDynamic(element).value_or(std::string()));
        return true;
    });
    known.divide();
    return known;
}

bool hasAny(Text text, Text list)
{
    const TermList &terms = termsOf(list);
    const auto holds = [text](const auto &term) { return termAnyCase<Both>(text, term); };
    return (!terms.words.empty() && hasWord(text, terms)) ||
           std::any_of(terms.others.begin(), terms.others.end(), holds);
}

bool hasAll(Text text, Text list)
{
    const auto &terms = termsOf(list).terms;
    return std::all_of(terms.begin(), terms.end(), [text](const auto &term) { return termAnyCase<Both>(text, term); });
}

/// The place of the first listed text that occurs as a term, or -1.
qint64 hasAnyIndex(Text text, Text list)
{
    const auto &terms = termsOf(list).terms;
    const auto found =
        std::find_if(terms.begin(), terms.end(), [text](const auto &term) { return termAnyCase<Both>(text, term); });
    return found == terms.end() ? -1 : found - terms.begin();
}

} // namespace

QList<NativeFunction> termFunctions()
{
    return {
        native("kql_has", termAnyCase<Both>),
        native("kql_has_cs", termExact<Both>),
        native("kql_hasprefix", termAnyCase<Left>),
        native("kql_hasprefix_cs", termExact<Left>),
        native("kql_hassuffix", termAnyCase<Right>),
        native("kql_hassuffix_cs", termExact<Right>),
        native("kql_contains", containsAnyCase),
        native("kql_startswith", startsAnyCase),
        native("kql_endswith", endsAnyCase),
        native("kql_equals", equalsAnyCase),
        native("kql_fold", fold),
        native("kql_has_any", hasAny),
        native("kql_has_all", hasAll),
        native("kql_has_any_index", hasAnyIndex),
    };
}

} // namespace watchdesk::kql
