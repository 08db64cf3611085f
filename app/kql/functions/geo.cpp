// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// geo_…: distances, angles, lines, polygons on the sphere; shapes in WKT.
// https://learn.microsoft.com/kusto/query/geospatial-grid-systems

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/sphere.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace watchdesk::kql {

namespace {

MaybeReal distance(double longitude1, double latitude1, double longitude2, double latitude2)
{
    const auto a = placeAt(longitude1, latitude1);
    const auto b = placeAt(longitude2, latitude2);
    return a && b ? MaybeReal(angleBetween(*a, *b) * kEarthRadius) : std::nullopt;
}

MaybeReal azimuth(double longitude1, double latitude1, double longitude2, double latitude2)
{
    const auto a = placeAt(longitude1, latitude1);
    const auto b = placeAt(longitude2, latitude2);
    return a && b ? bearing(*a, *b) : std::nullopt;
}

/// At the second place, clockwise from the first to the third.
MaybeReal angle(double longitude1, double latitude1, double longitude2, double latitude2, double longitude3,
                double latitude3)
{
    const auto first = azimuth(longitude2, latitude2, longitude1, latitude1);
    const auto third = azimuth(longitude2, latitude2, longitude3, latitude3);
    if (!first || !third)
        return std::nullopt;
    const double turn = *third - *first;
    return turn < 0 ? turn + 2 * std::numbers::pi : turn;
}

MaybeBool inCircle(double longitude, double latitude, double centreLongitude, double centreLatitude, double radius)
{
    const auto away = distance(longitude, latitude, centreLongitude, centreLatitude);
    return away && radius > 0 ? MaybeBool(*away <= radius) : std::nullopt;
}

MaybeBool inPolygon(double longitude, double latitude, Text json)
{
    const auto place = placeAt(longitude, latitude);
    const auto polygons = polygonsFrom(json);
    if (!place || !polygons)
        return std::nullopt;
    return std::any_of(polygons->begin(), polygons->end(), [&](const auto &p) { return contains(p, *place); });
}

double length(const Path &path)
{
    double sum = 0;
    for (size_t i = 1; i < path.size(); ++i)
        sum += angleBetween(path[i - 1], path[i]);
    return sum;
}

MaybeReal lineLength(Text json)
{
    const auto lines = linesFrom(json);
    if (!lines)
        return std::nullopt;
    double sum = 0;
    for (const Path &line : *lines)
        sum += length(line);
    return sum * kEarthRadius;
}

/// The nearest place on any of the paths.
Place nearestOn(const std::vector<Path> &paths, const Place &place)
{
    Place best = paths[0][0];
    for (const Path &path : paths) {
        for (size_t i = 1; i < path.size(); ++i) {
            const Place candidate = nearestOnEdge(place, path[i - 1], path[i]);
            if (angleBetween(place, candidate) < angleBetween(place, best))
                best = candidate;
        }
    }
    return best;
}

MaybeReal distanceToLine(double longitude, double latitude, Text json)
{
    const auto place = placeAt(longitude, latitude);
    const auto lines = linesFrom(json);
    return place && lines ? MaybeReal(angleBetween(*place, nearestOn(*lines, *place)) * kEarthRadius) : std::nullopt;
}

MaybeText closestOnLine(double longitude, double latitude, Text json)
{
    const auto place = placeAt(longitude, latitude);
    const auto lines = linesFrom(json);
    return place && lines ? MaybeText(pointJson(nearestOn(*lines, *place))) : std::nullopt;
}

std::vector<Path> ringsOf(const std::vector<Polygon> &polygons)
{
    std::vector<Path> rings;
    for (const Polygon &polygon : polygons)
        rings.insert(rings.end(), polygon.begin(), polygon.end());
    return rings;
}

MaybeReal distanceToPolygon(double longitude, double latitude, Text json)
{
    const auto place = placeAt(longitude, latitude);
    const auto polygons = polygonsFrom(json);
    if (!place || !polygons)
        return std::nullopt;
    if (std::any_of(polygons->begin(), polygons->end(), [&](const auto &p) { return contains(p, *place); }))
        return 0;
    return angleBetween(*place, nearestOn(ringsOf(*polygons), *place)) * kEarthRadius;
}

/// Of one polygon; several would have to be united first.
std::optional<Polygon> onePolygon(Text json, const char *function)
{
    const auto polygons = polygonsFrom(json);
    if (!polygons)
        return std::nullopt;
    if (polygons->size() > 1)
        throw Refusal(std::string(function) + "() of several polygons is not supported.");
    return polygons->front();
}

MaybeReal polygonArea(Text json)
{
    const auto polygon = onePolygon(json, "geo_polygon_area");
    if (!polygon)
        return std::nullopt;
    double area = ringArea(polygon->front());
    for (size_t i = 1; i < polygon->size(); ++i)
        area -= ringArea((*polygon)[i]);
    return area * kEarthRadius * kEarthRadius;
}

MaybeReal polygonPerimeter(Text json)
{
    const auto polygon = onePolygon(json, "geo_polygon_perimeter");
    if (!polygon)
        return std::nullopt;
    double sum = 0;
    for (const Path &ring : *polygon)
        sum += length(ring);
    return sum * kEarthRadius;
}

MaybeText interpolated(Text json, double fraction)
{
    const auto lines = linesFrom(json);
    if (!lines || lines->size() != 1 || !(fraction >= 0 && fraction <= 1))
        return std::nullopt;
    const Path &line = lines->front();
    double rest = fraction * length(line);
    for (size_t i = 1; i < line.size(); ++i) {
        const double edge = angleBetween(line[i - 1], line[i]);
        if (rest <= edge && edge > 0)
            return pointJson(along(line[i - 1], line[i], rest / edge));
        rest -= edge;
    }
    return pointJson(line.back());
}

/// Which part of the line lies before the place on it that is nearest.
MaybeReal located(Text json, double longitude, double latitude)
{
    const auto place = placeAt(longitude, latitude);
    const auto lines = linesFrom(json);
    if (!place || !lines || lines->size() != 1)
        return std::nullopt;
    const Path &line = lines->front();
    double before = 0;
    double best = 0;
    double least = 10;
    for (size_t i = 1; i < line.size(); ++i) {
        const Place foot = nearestOnEdge(*place, line[i - 1], line[i]);
        if (angleBetween(*place, foot) < least) {
            least = angleBetween(*place, foot);
            best = before + angleBetween(line[i - 1], foot);
        }
        before += angleBetween(line[i - 1], line[i]);
    }
    return before > 0 ? MaybeReal(best / before) : std::nullopt;
}

// --- WKT --------------------------------------------------------------------------------------------

class WktReader
{
public:
    explicit WktReader(Text text)
        : m_text(text)
    {
    }

    MaybeText whole()
    {
        const MaybeText shape = geometry(0);
        skipBlanks();
        return m_at == m_text.size() ? shape : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::string word()
    {
        skipBlanks();
        std::string out;
        while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])))
            out += char(std::toupper(static_cast<unsigned char>(m_text[m_at++])));
        return out;
    }

    MaybeText number()
    {
        skipBlanks();
        const size_t end = std::min(m_text.find_first_of(" ,()\t\r\n", m_at), m_text.size());
        const Text text = m_text.substr(m_at, end - m_at);
        m_at = end;
        return jsonKind(text) == '0' && isJson(text) ? MaybeText(std::string(text)) : std::nullopt;
    }

    MaybeText position()
    {
        const MaybeText x = number();
        const MaybeText y = x ? number() : std::nullopt;
        return y ? MaybeText('[' + *x + ',' + *y + ']') : std::nullopt;
    }

    /// "(item, item, …)", nested so deep.
    MaybeText list(int depth)
    {
        if (!take('('))
            return std::nullopt;
        std::vector<std::string> items;
        do {
            const bool bracket = depth == 1 && take('('); // MULTIPOINT ((1 1), (2 2))
            const MaybeText item = depth == 1 ? position() : list(depth - 1);
            if (!item || (bracket && !take(')')))
                return std::nullopt;
            items.push_back(*item);
        } while (take(','));
        return take(')') ? MaybeText(jsonArrayFrom(items)) : std::nullopt;
    }

    MaybeText shape(const char *type, int depth)
    {
        MaybeText coordinates = list(std::max(depth, 1));
        if (coordinates && depth == 0)
            coordinates = jsonElements(*coordinates).size() == 1 ? MaybeText(std::string(jsonElements(*coordinates)[0]))
                                                                 : std::nullopt;
        return coordinates ? MaybeText("{\"type\":\"" + std::string(type) + "\",\"coordinates\":" + *coordinates + '}')
                           : std::nullopt;
    }

    MaybeText collection(int depth)
    {
        if (depth > 20 || !take('('))
            return std::nullopt;
        std::vector<std::string> items;
        do {
            const MaybeText item = geometry(depth + 1);
            if (!item)
                return std::nullopt;
            items.push_back(*item);
        } while (take(','));
        if (!take(')'))
            return std::nullopt;
        return "{\"type\":\"GeometryCollection\",\"geometries\":" + jsonArrayFrom(items) + '}';
    }

    MaybeText geometry(int depth)
    {
        const std::string name = word();
        if (name == "POINT")
            return shape("Point", 0);
        if (name == "LINESTRING")
            return shape("LineString", 1);
        if (name == "POLYGON")
            return shape("Polygon", 2);
        if (name == "MULTIPOINT")
            return shape("MultiPoint", 1);
        if (name == "MULTILINESTRING")
            return shape("MultiLineString", 2);
        if (name == "MULTIPOLYGON")
            return shape("MultiPolygon", 3);
        return name == "GEOMETRYCOLLECTION" ? collection(depth) : std::nullopt;
    }

    Text m_text;
    size_t m_at = 0;
};

MaybeText fromWkt(Text text) { return WktReader(text).whole(); }

// --- Geohash ----------------------------------------------------------------------------------------

const std::string_view kLetters = "0123456789bcdefghjkmnpqrstuvwxyz";
const int kMostLetters = 18;

/// A cell: the numbers of its column and row, and how many bits each has.
struct Cell
{
    quint64 column = 0;
    quint64 row = 0;
    int columnBits = 0;
    int rowBits = 0;
};

Cell emptyCell(int letters) { return {0, 0, (5 * letters + 1) / 2, 5 * letters / 2}; }

quint64 slotOf(double value, double range, int bits)
{
    const double count = std::ldexp(1.0, bits);
    return quint64(std::clamp(std::floor((value + range) / (2 * range) * count), 0.0, count - 1));
}

std::string lettersOf(const Cell &cell)
{
    std::string out;
    int value = 0;
    int column = cell.columnBits;
    int row = cell.rowBits;
    for (int i = 0; i < cell.columnBits + cell.rowBits; ++i) {
        const bool bit = i % 2 == 0 ? cell.column >> --column & 1 : cell.row >> --row & 1;
        value = value << 1 | bit;
        if (i % 5 == 4) {
            out += kLetters[size_t(value)];
            value = 0;
        }
    }
    return out;
}

std::optional<Cell> cellFrom(Text hash)
{
    if (hash.empty() || hash.size() > size_t(kMostLetters))
        return std::nullopt;
    Cell cell = emptyCell(int(hash.size()));
    int i = 0;
    for (const char letter : hash) {
        const size_t value = kLetters.find(char(std::tolower(static_cast<unsigned char>(letter))));
        if (value == std::string_view::npos)
            return std::nullopt;
        for (int bit = 4; bit >= 0; --bit, ++i)
            (i % 2 == 0 ? cell.column : cell.row) = (i % 2 == 0 ? cell.column : cell.row) << 1 | (value >> bit & 1);
    }
    return cell;
}

/// The low edge of slot number `slot`, or with .5 its middle.
double edgeAt(double slot, double range, int bits) { return slot * 2 * range / std::ldexp(1.0, bits) - range; }

MaybeText toGeohash(double longitude, double latitude, qint64 letters)
{
    if (!placeAt(longitude, latitude) || letters < 1 || letters > kMostLetters)
        return std::nullopt;
    Cell cell = emptyCell(int(letters));
    cell.column = slotOf(longitude, 180, cell.columnBits);
    cell.row = slotOf(latitude, 90, cell.rowBits);
    return lettersOf(cell);
}

MaybeText geohashCentre(Text hash)
{
    const auto cell = cellFrom(hash);
    if (!cell)
        return std::nullopt;
    return pointJson(edgeAt(double(cell->column) + 0.5, 180, cell->columnBits),
                     edgeAt(double(cell->row) + 0.5, 90, cell->rowBits));
}

MaybeText geohashPolygon(Text hash)
{
    const auto cell = cellFrom(hash);
    if (!cell)
        return std::nullopt;
    const auto corner = [&](int right, int up) {
        return coordinatesJson(edgeAt(double(cell->column) + right, 180, cell->columnBits),
                               edgeAt(double(cell->row) + up, 90, cell->rowBits));
    };
    return "{\"type\":\"Polygon\",\"coordinates\":[[" + corner(0, 0) + ',' + corner(1, 0) + ',' + corner(1, 1) + ',' +
           corner(0, 1) + ',' + corner(0, 0) + "]]}";
}

/// In the order in which the service lists them. Columns go round the Earth; there is nothing beyond the poles.
MaybeText geohashNeighbours(Text hash)
{
    static const std::pair<int, int> steps[] = {{-1, -1}, {-1, 1}, {1, -1}, {0, 1}, {-1, 0}, {1, 1}, {1, 0}, {0, -1}};
    const auto cell = cellFrom(hash);
    if (!cell)
        return std::nullopt;
    std::vector<std::string> neighbours;
    for (const auto &[right, up] : steps) {
        Cell next = *cell;
        next.column = (cell->column + quint64(qint64(right))) & ((quint64(1) << cell->columnBits) - 1);
        next.row = cell->row + quint64(qint64(up));
        if (next.row >> cell->rowBits == 0)
            neighbours.push_back(jsonQuoted(lettersOf(next)));
    }
    return jsonArrayFrom(neighbours);
}

} // namespace

QList<NativeFunction> geoFunctions()
{
    return {
        native("kql_geo_distance", distance),
        native("kql_geo_azimuth", azimuth),
        native("kql_geo_angle", angle),
        native("kql_geo_in_circle", inCircle),
        native("kql_geo_in_polygon", inPolygon),
        native("kql_geo_line_length", lineLength),
        native("kql_geo_distance_to_line", distanceToLine),
        native("kql_geo_closest_on_line", closestOnLine),
        native("kql_geo_distance_to_polygon", distanceToPolygon),
        native("kql_geo_polygon_area", polygonArea),
        native("kql_geo_polygon_perimeter", polygonPerimeter),
        native("kql_geo_interpolate", interpolated),
        native("kql_geo_locate", located),
        native("kql_geo_from_wkt", fromWkt),
        native("kql_geohash", toGeohash),
        native("kql_geohash_centre", geohashCentre),
        native("kql_geohash_polygon", geohashPolygon),
        native("kql_geohash_neighbours", geohashNeighbours),
    };
}

} // namespace watchdesk::kql
