// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// geo_…_s2cell…: the cells of the S2 grid, by the published definition: a cube about the Earth, a quadratic projection
// of its faces, and a Hilbert curve over each. http://s2geometry.io/devguide/s2cell_hierarchy

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/sphere.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace watchdesk::kql {

namespace {

const int kMostLevel = 30;
const qint64 kSide = qint64(1) << kMostLevel; ///< leaf cells along an edge of a face

// Where the curve goes in each of its four orientations: the quarter (column, row as two bits) to the place on the
// curve and back, and how the orientation changes in the quarter at that place.
const int kPlaceOfQuarter[4][4] = {{0, 1, 3, 2}, {0, 3, 1, 2}, {2, 3, 1, 0}, {2, 1, 3, 0}};
const int kQuarterOfPlace[4][4] = {{0, 1, 3, 2}, {0, 2, 3, 1}, {3, 2, 0, 1}, {3, 1, 0, 2}};
const int kTurnAtPlace[4] = {1, 0, 0, 3};

/// A square of leaf cells on one face: its lower corner and its side.
struct Square
{
    int face = 0;
    qint64 column = 0;
    qint64 row = 0;
    qint64 side = 1;
};

struct FacePlace
{
    int face = 0;
    double u = 0; ///< -1 … 1 on the face
    double v = 0;
};

FacePlace faceOf(const Place &p)
{
    const std::array<double, 3> parts{p.x, p.y, p.z};
    int axis = std::abs(p.x) > std::abs(p.y) ? 0 : 1;
    if (std::abs(p.z) >= std::abs(parts[size_t(axis)]))
        axis = 2;
    switch (parts[size_t(axis)] < 0 ? axis + 3 : axis) {
    case 0:
        return {0, p.y / p.x, p.z / p.x};
    case 1:
        return {1, -p.x / p.y, p.z / p.y};
    case 2:
        return {2, -p.x / p.z, -p.y / p.z};
    case 3:
        return {3, p.z / p.x, p.y / p.x};
    case 4:
        return {4, p.z / p.y, -p.x / p.y};
    default:
        return {5, -p.y / p.z, -p.x / p.z};
    }
}

Place placeOn(const FacePlace &at)
{
    switch (at.face) {
    case 0:
        return {1, at.u, at.v};
    case 1:
        return {-at.u, 1, at.v};
    case 2:
        return {-at.u, -at.v, 1};
    case 3:
        return {-1, -at.v, -at.u};
    case 4:
        return {at.v, -1, -at.u};
    default:
        return {at.v, at.u, -1};
    }
}

double fractionOf(double u) { return u >= 0 ? 0.5 * std::sqrt(1 + 3 * u) : 1 - 0.5 * std::sqrt(1 - 3 * u); }

double projected(double fraction)
{
    return fraction >= 0.5 ? (4 * fraction * fraction - 1) / 3 : (1 - 4 * (1 - fraction) * (1 - fraction)) / 3;
}

qint64 leafAt(double fraction)
{
    return std::clamp(qint64(std::floor(double(kSide) * fraction)), qint64(0), kSide - 1);
}

quint64 lowestBit(quint64 id) { return id & (~id + 1); }

int levelOf(quint64 id) { return kMostLevel - std::countr_zero(id) / 2; }

quint64 leafId(int face, qint64 column, qint64 row)
{
    int orientation = face & 1;
    quint64 place = 0;
    for (int bit = kMostLevel - 1; bit >= 0; --bit) {
        const int quarter = int((column >> bit & 1) << 1 | (row >> bit & 1));
        const int next = kPlaceOfQuarter[orientation][quarter];
        place = place << 2 | quint64(next);
        orientation ^= kTurnAtPlace[next];
    }
    return quint64(face) << 61 | place << 1 | 1;
}

quint64 parentAt(quint64 id, int level)
{
    const quint64 bit = quint64(1) << 2 * (kMostLevel - level);
    return (id & (~bit + 1)) | bit;
}

Square squareOf(quint64 id)
{
    Square square{int(id >> 61), 0, 0, qint64(1) << (kMostLevel - levelOf(id))};
    int orientation = square.face & 1;
    for (int bit = kMostLevel - 1; bit >= 0; --bit) {
        const int quarter = kQuarterOfPlace[orientation][id >> (2 * bit + 1) & 3];
        square.column = square.column << 1 | quarter >> 1;
        square.row = square.row << 1 | (quarter & 1);
        orientation ^= kTurnAtPlace[id >> (2 * bit + 1) & 3];
    }
    square.column &= -square.side;
    square.row &= -square.side;
    return square;
}

/// A leaf that may lie one step off its face is found on the next one.
quint64 leafBeside(int face, qint64 column, qint64 row)
{
    const auto inside = [](qint64 at) { return at >= 0 && at < kSide; };
    if (inside(column) && inside(row))
        return leafId(face, column, row);
    const auto wrapped = [](qint64 at) {
        const double limit = 1 + std::numeric_limits<double>::epsilon();
        const double middle = (2.0 * double(std::clamp(at, qint64(-1), kSide) - kSide / 2) + 1) / double(kSide);
        return std::clamp(middle, -limit, limit);
    };
    const FacePlace other = faceOf(placeOn({face, wrapped(column), wrapped(row)}));
    return leafId(other.face, leafAt(0.5 * (other.u + 1)), leafAt(0.5 * (other.v + 1)));
}

std::string tokenOf(quint64 id)
{
    std::string token;
    for (; id != 0; id <<= 4)
        token += "0123456789abcdef"[id >> 60];
    return token;
}

/// Nothing for what names no cell.
std::optional<quint64> idFrom(Text token)
{
    quint64 id = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), id, 16);
    if (token.size() > 16 || error != std::errc() || end != token.data() + token.size())
        return std::nullopt;
    id <<= 4 * (16 - token.size());
    const bool isCell = id >> 61 < 6 && (lowestBit(id) & 0x1555555555555555) != 0;
    return isCell ? std::optional(id) : std::nullopt;
}

MaybeText toCell(double longitude, double latitude, qint64 level)
{
    const auto place = placeAt(longitude, latitude);
    if (!place || level < 0 || level > kMostLevel)
        return std::nullopt;
    const FacePlace at = faceOf(*place);
    return tokenOf(parentAt(leafId(at.face, leafAt(fractionOf(at.u)), leafAt(fractionOf(at.v))), int(level)));
}

Place cornerAt(const Square &square, double right, double up)
{
    const auto along = [&](qint64 from, double part) {
        return projected((double(from) + part * double(square.side)) / double(kSide));
    };
    return placeOn({square.face, along(square.column, right), along(square.row, up)});
}

MaybeText cellCentre(Text token)
{
    const auto id = idFrom(token);
    if (!id)
        return std::nullopt;
    return pointJson(cornerAt(squareOf(*id), 0.5, 0.5));
}

MaybeText cellPolygon(Text token)
{
    const auto id = idFrom(token);
    if (!id)
        return std::nullopt;
    const Square square = squareOf(*id);
    std::vector<std::string> ring;
    for (const auto &[right, up] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
        const Place corner = cornerAt(square, right, up);
        ring.push_back(coordinatesJson(longitudeOf(corner), latitudeOf(corner)));
    }
    return "{\"type\":\"Polygon\",\"coordinates\":[" + jsonArrayFrom(ring) + "]}";
}

/// Those that share an edge or a corner; at a corner of the cube there is one less.
MaybeText cellNeighbours(Text token)
{
    static const std::pair<int, int> steps[] = {{1, 1}, {-1, -1}, {1, -1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}, {-1, 1}};
    const auto id = idFrom(token);
    if (!id)
        return std::nullopt;
    if (levelOf(*id) == 0)
        throw Refusal("geo_s2cell_neighbors() of a whole face is not supported.");
    const Square square = squareOf(*id);
    std::vector<std::string> neighbours;
    for (const auto &[right, up] : steps) {
        const auto away = [&](qint64 at, int step) {
            return step > 0 ? at + square.side : at + step; // the nearest leaf, which is one step off the face at most
        };
        const quint64 leaf = leafBeside(square.face, away(square.column, right), away(square.row, up));
        const std::string quoted = jsonQuoted(tokenOf(parentAt(leaf, levelOf(*id))));
        if (std::find(neighbours.begin(), neighbours.end(), quoted) == neighbours.end())
            neighbours.push_back(quoted);
    }
    return jsonArrayFrom(neighbours);
}

} // namespace

QList<NativeFunction> cellFunctions()
{
    return {
        native("kql_s2cell", toCell),
        native("kql_s2cell_centre", cellCentre),
        native("kql_s2cell_polygon", cellPolygon),
        native("kql_s2cell_neighbours", cellNeighbours),
    };
}

} // namespace watchdesk::kql
