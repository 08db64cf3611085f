// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/sphere.h"

#include "app/kql/functions/jsonscan.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace watchdesk::kql {

namespace {

const double kPi = std::numbers::pi;

double radians(double degrees) { return degrees * kPi / 180; }

double degrees(double radians) { return radians * 180 / kPi; }

std::optional<Place> placeFrom(std::string_view json)
{
    const auto parts = jsonElements(json);
    if (parts.size() < 2)
        return std::nullopt;
    const auto longitude = realFromJson(parts[0]);
    const auto latitude = realFromJson(parts[1]);
    return longitude && latitude ? placeAt(*longitude, *latitude) : std::nullopt;
}

std::optional<Path> pathFrom(std::string_view json)
{
    if (jsonKind(json) != '[')
        return std::nullopt;
    Path path;
    for (const auto element : jsonElements(json)) {
        const auto place = placeFrom(element);
        if (!place)
            return std::nullopt;
        path.push_back(*place);
    }
    return path;
}

std::optional<Path> lineFrom(std::string_view json)
{
    auto path = pathFrom(json);
    return path && path->size() >= 2 ? path : std::nullopt;
}

/// Closed, of at least three places that differ.
std::optional<Path> ringFrom(std::string_view json)
{
    auto ring = pathFrom(json);
    if (!ring || ring->size() < 4 || ring->front() != ring->back())
        return std::nullopt;
    Path sorted(ring->begin(), ring->end() - 1);
    const auto key = [](const Place &p) { return std::tuple(p.x, p.y, p.z); };
    std::sort(sorted.begin(), sorted.end(), [&](const auto &a, const auto &b) { return key(a) < key(b); });
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end() ? ring : std::nullopt;
}

std::optional<Polygon> polygonFrom(std::string_view json)
{
    if (jsonKind(json) != '[')
        return std::nullopt;
    Polygon polygon;
    for (const auto element : jsonElements(json)) {
        auto ring = ringFrom(element);
        if (!ring)
            return std::nullopt;
        polygon.push_back(std::move(*ring));
    }
    return polygon.empty() ? std::nullopt : std::optional(polygon);
}

template <class T>
std::optional<std::vector<T>> several(const Shape &shape, const char *one, const char *many,
                                      std::optional<T> (*read)(std::string_view))
{
    std::vector<std::string_view> sources;
    if (shape.type == one)
        sources = {shape.coordinates};
    else if (shape.type == many)
        sources = jsonElements(shape.coordinates);
    std::vector<T> all;
    for (const auto source : sources) {
        auto part = read(source);
        if (!part)
            return std::nullopt;
        all.push_back(std::move(*part));
    }
    return all.empty() ? std::nullopt : std::optional(all);
}

/// The angle by which one turns left at `corner` on the way from `from` to `to`.
double turn(const Place &corner, const Place &from, const Place &to)
{
    const Place a = cross(corner, from);
    const Place b = cross(corner, to);
    return std::atan2(dot(corner, cross(a, b)), dot(a, b));
}

/// The area of a triangle, negative for one that goes clockwise.
double triangleArea(const Place &a, const Place &b, const Place &c)
{
    const double numerator = dot(a, cross(b, c));
    const double denominator = 1 + dot(a, b) + dot(b, c) + dot(c, a);
    return 2 * std::atan2(numerator, denominator);
}

} // namespace

std::optional<Place> placeAt(double longitude, double latitude)
{
    if (!(std::abs(longitude) <= 180 && std::abs(latitude) <= 90))
        return std::nullopt;
    const double lambda = radians(longitude);
    const double phi = radians(latitude);
    return Place{std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)};
}

double longitudeOf(const Place &place) { return degrees(std::atan2(place.y, place.x)); }

double latitudeOf(const Place &place) { return degrees(std::atan2(place.z, std::hypot(place.x, place.y))); }

Place cross(const Place &a, const Place &b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

double dot(const Place &a, const Place &b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Place scaled(const Place &a, double factor) { return {a.x * factor, a.y * factor, a.z * factor}; }

Place plus(const Place &a, const Place &b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }

Place unit(const Place &a)
{
    const double length = std::sqrt(dot(a, a));
    return length > 0 ? scaled(a, 1 / length) : a;
}

double angleBetween(const Place &a, const Place &b)
{
    const Place normal = cross(a, b);
    return std::atan2(std::sqrt(dot(normal, normal)), dot(a, b));
}

Place along(const Place &a, const Place &b, double fraction)
{
    const double angle = angleBetween(a, b);
    if (angle < 1e-15)
        return a;
    return unit(plus(scaled(a, std::sin((1 - fraction) * angle)), scaled(b, std::sin(fraction * angle))));
}

Place nearestOnEdge(const Place &place, const Place &a, const Place &b)
{
    const Place normal = cross(a, b);
    const Place foot = unit(plus(place, scaled(normal, -dot(place, normal) / std::max(dot(normal, normal), 1e-300))));
    const bool within = dot(cross(normal, a), foot) >= 0 && dot(cross(b, normal), foot) >= 0;
    if (within && dot(normal, normal) > 0)
        return foot;
    return angleBetween(place, a) <= angleBetween(place, b) ? a : b;
}

std::optional<double> bearing(const Place &from, const Place &to)
{
    const double angle = angleBetween(from, to);
    if (angle < 1e-15 || angle > kPi - 1e-12)
        return std::nullopt;
    const Place north{0, 0, 1};
    const double left = turn(from, north, to);
    const double clockwise = -left;
    return clockwise < 0 ? clockwise + 2 * kPi : clockwise;
}

/// By the sum of the angles under which the edges are seen; the opposite side of the sphere would see the same.
bool ringContains(const Path &ring, const Place &place)
{
    double sum = 0;
    Place middle;
    for (size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += turn(place, ring[i], ring[i + 1]);
        middle = plus(middle, ring[i]);
    }
    return std::abs(sum) > kPi && dot(place, middle) > 0;
}

bool contains(const Polygon &polygon, const Place &place)
{
    if (!ringContains(polygon[0], place))
        return false;
    return std::none_of(polygon.begin() + 1, polygon.end(),
                        [&](const Path &hole) { return ringContains(hole, place); });
}

double ringArea(const Path &ring)
{
    double sum = 0;
    for (size_t i = 1; i + 2 < ring.size(); ++i)
        sum += triangleArea(ring[0], ring[i], ring[i + 1]);
    const double area = std::abs(sum);
    return std::min(area, 4 * kPi - area);
}

Shape shapeFrom(std::string_view json)
{
    Shape shape;
    forEachMember(json, [&](std::string_view key, std::string_view value) {
        if (key == "\"type\"")
            shape.type = jsonUnquoted(value);
        else if (key == "\"coordinates\"")
            shape.coordinates = value;
        return true;
    });
    return shape;
}

std::string coordinatesJson(double longitude, double latitude)
{
    return '[' + jsonFromReal(longitude) + ',' + jsonFromReal(latitude) + ']';
}

std::string pointJson(double longitude, double latitude)
{
    return "{\"type\":\"Point\",\"coordinates\":" + coordinatesJson(longitude, latitude) + '}';
}

std::optional<std::vector<Path>> linesFrom(std::string_view json)
{
    return several<Path>(shapeFrom(json), "LineString", "MultiLineString", lineFrom);
}

std::optional<std::vector<Polygon>> polygonsFrom(std::string_view json)
{
    return several<Polygon>(shapeFrom(json), "Polygon", "MultiPolygon", polygonFrom);
}

} // namespace watchdesk::kql
