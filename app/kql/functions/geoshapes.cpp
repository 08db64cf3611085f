// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines and polygons on the sphere: whether they meet, where, their centroids, and edges that were drawn straight on a
// map. What hangs on the last digits (edges that touch) is refused.
// https://learn.microsoft.com/kusto/query/geo-intersects-2lines-function

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/sphere.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace watchdesk::kql {

namespace {

const size_t kMostPairs = 4'000'000;
const size_t kMostPoints = 1'000'000;

// --- crossings ---------------------------------------------------------------------------------------

/// On which side of the edge a place is: 1 left, -1 right, 0 too near to tell.
int sideOf(const Place &a, const Place &b, const Place &place)
{
    const double volume = dot(cross(a, b), place);
    return std::abs(volume) < 1e-15 ? 0 : volume > 0 ? 1 : -1;
}

enum class Meeting { Apart, Cross, Touch };

Meeting meeting(const Place &a, const Place &b, const Place &c, const Place &d)
{
    const int ofC = sideOf(a, b, c);
    const int ofD = sideOf(a, b, d);
    const int ofA = sideOf(c, d, a);
    const int ofB = sideOf(c, d, b);
    if ((ofC != 0 && ofC == ofD) || (ofA != 0 && ofA == ofB))
        return Meeting::Apart;
    if (ofA == 0 || ofB == 0 || ofC == 0 || ofD == 0) {
        const double reach = angleBetween(a, b) + angleBetween(c, d);
        return angleBetween(a, c) > reach ? Meeting::Apart : Meeting::Touch;
    }
    return ofC == ofB ? Meeting::Cross : Meeting::Apart; // else they meet on the far side of the sphere
}

struct Crossings
{
    bool touches = false;
    bool shareVertex = false;
    std::vector<Place> places;
};

Place crossingOf(const Place &a, const Place &b, const Place &c, const Place &d)
{
    const Place place = unit(cross(unit(cross(a, b)), unit(cross(c, d))));
    return dot(place, plus(plus(a, b), plus(c, d))) < 0 ? scaled(place, -1) : place;
}

size_t edgeCount(const std::vector<Path> &paths)
{
    size_t count = 0;
    for (const Path &path : paths)
        count += path.size();
    return count;
}

Crossings crossingsOf(const std::vector<Path> &first, const std::vector<Path> &second, const char *function)
{
    if (edgeCount(first) * edgeCount(second) > kMostPairs)
        throw Refusal(std::string(function) + "() of shapes with so many edges is not supported.");
    Crossings found;
    for (const Path &one : first) {
        for (const Path &two : second) {
            for (size_t i = 1; i < one.size(); ++i) {
                for (size_t j = 1; j < two.size(); ++j) {
                    const Meeting how = meeting(one[i - 1], one[i], two[j - 1], two[j]);
                    if (how == Meeting::Cross)
                        found.places.push_back(crossingOf(one[i - 1], one[i], two[j - 1], two[j]));
                    found.touches = found.touches || how == Meeting::Touch;
                    found.shareVertex = found.shareVertex || one[i] == two[j] || one[i - 1] == two[j] ||
                                        one[i] == two[j - 1] || one[i - 1] == two[j - 1];
                }
            }
        }
    }
    return found;
}

[[noreturn]] void refuseTouch(const char *function)
{
    throw Refusal(std::string(function) + "() of shapes that only touch is not supported.");
}

MaybeBool linesMeet(Text first, Text second)
{
    const auto one = linesFrom(first);
    const auto two = linesFrom(second);
    if (!one || !two)
        return std::nullopt;
    const Crossings found = crossingsOf(*one, *two, "geo_intersects_2lines");
    if (found.places.empty() && !found.shareVertex && found.touches)
        refuseTouch("geo_intersects_2lines");
    return !found.places.empty() || found.shareVertex;
}

std::vector<Path> ringsOf(const std::vector<Polygon> &polygons)
{
    std::vector<Path> rings;
    for (const Polygon &polygon : polygons)
        rings.insert(rings.end(), polygon.begin(), polygon.end());
    return rings;
}

bool anyContains(const std::vector<Polygon> &polygons, const Place &place)
{
    return std::any_of(polygons.begin(), polygons.end(), [&](const auto &p) { return contains(p, place); });
}

MaybeBool polygonsMeet(Text first, Text second)
{
    const auto one = polygonsFrom(first);
    const auto two = polygonsFrom(second);
    if (!one || !two)
        return std::nullopt;
    const Crossings found = crossingsOf(ringsOf(*one), ringsOf(*two), "geo_intersects_2polygons");
    if (!found.places.empty())
        return true;
    if (found.touches || found.shareVertex)
        refuseTouch("geo_intersects_2polygons");
    const auto hasAny = [](const auto &outer, const auto &inner) {
        return std::any_of(inner.begin(), inner.end(), [&](const auto &p) { return anyContains(outer, p[0][0]); });
    };
    return hasAny(*one, *two) || hasAny(*two, *one);
}

MaybeBool lineMeetsPolygon(Text line, Text polygon)
{
    const auto lines = linesFrom(line);
    const auto polygons = polygonsFrom(polygon);
    if (!lines || !polygons)
        return std::nullopt;
    const Crossings found = crossingsOf(*lines, ringsOf(*polygons), "geo_intersects_line_with_polygon");
    if (!found.places.empty())
        return true;
    if (found.touches || found.shareVertex)
        refuseTouch("geo_intersects_line_with_polygon");
    return std::any_of(lines->begin(), lines->end(), [&](const Path &path) { return anyContains(*polygons, path[0]); });
}

/// Nothing in common, one place, or one and the same edge; more is put together by the service in an order of its own.
MaybeText linesIntersection(Text first, Text second)
{
    const auto one = linesFrom(first);
    const auto two = linesFrom(second);
    if (!one || !two)
        return std::nullopt;
    const bool isSame = *one == *two && one->size() == 1 && one->front().size() == 2;
    if (isSame)
        return compactJson(first);
    const Crossings found = crossingsOf(*one, *two, "geo_intersection_2lines");
    if (found.touches || found.shareVertex)
        refuseTouch("geo_intersection_2lines");
    if (found.places.size() > 1)
        throw Refusal("geo_intersection_2lines() of lines that cross more than once is not supported.");
    return found.places.empty() ? MaybeText("{\"type\":\"GeometryCollection\",\"geometries\":[]}")
                                : MaybeText(pointJson(found.places[0]));
}

MaybeText closestOnPolygon(double longitude, double latitude, Text json)
{
    const auto place = placeAt(longitude, latitude);
    const auto polygons = polygonsFrom(json);
    if (!place || !polygons)
        return std::nullopt;
    if (anyContains(*polygons, *place))
        return pointJson(longitude, latitude);
    const auto rings = ringsOf(*polygons);
    Place best = rings[0][0];
    for (const Path &ring : rings) {
        for (size_t i = 1; i < ring.size(); ++i) {
            const Place candidate = nearestOnEdge(*place, ring[i - 1], ring[i]);
            if (angleBetween(*place, candidate) < angleBetween(*place, best))
                best = candidate;
        }
    }
    return pointJson(best);
}

// --- centroids ---------------------------------------------------------------------------------------

/// Each edge's middle, weighed by its length.
MaybeText lineCentroid(Text json)
{
    const auto lines = linesFrom(json);
    if (!lines)
        return std::nullopt;
    Place sum;
    for (const Path &line : *lines) {
        for (size_t i = 1; i < line.size(); ++i) {
            const Place across = plus(line[i - 1], scaled(line[i], -1));
            const Place middle = plus(line[i - 1], line[i]);
            sum = plus(sum, scaled(middle, std::sqrt(dot(across, across) / dot(middle, middle))));
        }
    }
    return pointJson(sum);
}

/// The integral of place over a spherical triangle: as S2 has it, from differences, so that small ones stay exact.
Place triangleCentroid(const Place &a, const Place &b, const Place &c)
{
    const auto ratio = [](double angle) { return angle == 0 ? 1 : angle / std::sin(angle); };
    const double ra = ratio(angleBetween(b, c));
    const double rb = ratio(angleBetween(c, a));
    const double rc = ratio(angleBetween(a, b));
    const Place x{a.x, b.x - a.x, c.x - a.x};
    const Place y{a.y, b.y - a.y, c.y - a.y};
    const Place z{a.z, b.z - a.z, c.z - a.z};
    const Place r{ra, rb - ra, rc - ra};
    return scaled({dot(cross(y, z), r), dot(cross(z, x), r), dot(cross(x, y), r)}, 0.5);
}

Place ringCentroid(const Path &ring)
{
    Place sum;
    Place middle;
    for (size_t i = 1; i + 2 < ring.size(); ++i)
        sum = plus(sum, triangleCentroid(ring[0], ring[i], ring[i + 1]));
    for (const Place &place : ring)
        middle = plus(middle, place);
    return dot(sum, middle) < 0 ? scaled(sum, -1) : sum;
}

MaybeText polygonCentroid(Text json)
{
    const auto polygons = polygonsFrom(json);
    if (!polygons)
        return std::nullopt;
    if (polygons->size() > 1)
        throw Refusal("geo_polygon_centroid() of several polygons is not supported.");
    const Polygon &polygon = polygons->front();
    Place sum = ringCentroid(polygon[0]);
    for (size_t i = 1; i < polygon.size(); ++i)
        sum = plus(sum, scaled(ringCentroid(polygon[i]), -1));
    return pointJson(sum);
}

// --- edges of a flat map -----------------------------------------------------------------------------

struct MapPoint
{
    double longitude = 0;
    double latitude = 0;
};

MapPoint between(const MapPoint &a, const MapPoint &b, double part)
{
    return {a.longitude + (b.longitude - a.longitude) * part, a.latitude + (b.latitude - a.latitude) * part};
}

/// Halves edges until the straight one and the arc are near enough; the way of S2's edge tessellation, whose two
/// constants are where the distance is measured and how it relates to the greatest.
class Densifier
{
public:
    explicit Densifier(double tolerance)
        : m_tolerance(tolerance / kEarthRadius * 0.83829992569888509)
    {
    }

    MaybeText path(std::string_view json)
    {
        const auto elements = jsonElements(json);
        std::vector<MapPoint> points;
        for (const auto element : elements) {
            const auto parts = jsonElements(element);
            const MapPoint point{realFromJson(parts[0]).value_or(0), realFromJson(parts[1]).value_or(0)};
            if (points.empty())
                points.push_back(point);
            else if (!add(points, MapPoint(points.back()), point, 0))
                return std::nullopt;
        }
        std::string text = "[";
        for (const MapPoint &point : points)
            text += (text.size() > 1 ? ",[" : "[") + number(point.longitude) + ',' + number(point.latitude) + ']';
        return text + ']';
    }

    MaybeText paths(std::string_view json, int depth)
    {
        if (depth == 0)
            return path(json);
        std::vector<std::string> parts;
        for (const auto element : jsonElements(json)) {
            const MaybeText part = paths(element, depth - 1);
            if (!part)
                return std::nullopt;
            parts.push_back(*part);
        }
        return jsonArrayFrom(parts);
    }

private:
    static std::string number(double value)
    {
        const std::string text = jsonFromReal(value);
        return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    }

    bool add(std::vector<MapPoint> &points, const MapPoint &a, const MapPoint &b, int depth)
    {
        if (std::abs(b.longitude - a.longitude) > 180)
            throw Refusal("Shapes across the 180th meridian are not densified.");
        if (points.size() > kMostPoints || depth > 40)
            throw Refusal("The densified shape has too many points.");
        if (distance(a, b) <= m_tolerance) {
            points.push_back(b);
            return true;
        }
        const MapPoint middle = between(a, b, 0.5);
        return add(points, a, middle, depth + 1) && add(points, middle, b, depth + 1);
    }

    static double distance(const MapPoint &a, const MapPoint &b)
    {
        const Place from = *placeAt(a.longitude, a.latitude);
        const Place to = *placeAt(b.longitude, b.latitude);
        if (dot(from, to) < -1e-14)
            return 10;
        double greatest = 0;
        for (const double part : {0.31215691082248312, 1 - 0.31215691082248312}) {
            const MapPoint point = between(a, b, part);
            greatest =
                std::max(greatest, angleBetween(along(from, to, part), *placeAt(point.longitude, point.latitude)));
        }
        return greatest;
    }

    double m_tolerance;
};

MaybeText densified(Text json, double tolerance, const char *one, const char *many, int depth)
{
    if (!(tolerance >= 0.1 && tolerance <= 10000))
        return std::nullopt;
    const Shape shape = shapeFrom(json);
    const int nested = shape.type == many ? depth + 1 : depth;
    const MaybeText coordinates = Densifier(tolerance).paths(shape.coordinates, nested);
    if (!coordinates)
        return std::nullopt;
    return "{\"type\":\"" + std::string(shape.type == many ? many : one) + "\",\"coordinates\":" + *coordinates + '}';
}

MaybeText densifiedLine(Text json, double tolerance)
{
    return linesFrom(json) ? densified(json, tolerance, "LineString", "MultiLineString", 0) : std::nullopt;
}

MaybeText densifiedPolygon(Text json, double tolerance)
{
    return polygonsFrom(json) ? densified(json, tolerance, "Polygon", "MultiPolygon", 1) : std::nullopt;
}

} // namespace

QList<NativeFunction> shapeFunctions()
{
    return {
        native("kql_geo_lines_meet", linesMeet),
        native("kql_geo_polygons_meet", polygonsMeet),
        native("kql_geo_line_meets_polygon", lineMeetsPolygon),
        native("kql_geo_lines_intersection", linesIntersection),
        native("kql_geo_closest_on_polygon", closestOnPolygon),
        native("kql_geo_line_centroid", lineCentroid),
        native("kql_geo_polygon_centroid", polygonCentroid),
        native("kql_geo_densify_line", densifiedLine),
        native("kql_geo_densify_polygon", densifiedPolygon),
    };
}

} // namespace watchdesk::kql
