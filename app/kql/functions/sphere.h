// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::kql {

/// Geometry on a sphere of the Earth's mean radius, as KQL's geo functions have it; edges are parts of great circles.

inline constexpr double kEarthRadius = 6'371'010; ///< metres

/// A place as a unit vector.
struct Place
{
    double x = 0;
    double y = 0;
    double z = 0;

    bool operator==(const Place &other) const = default;
};

/// Of degrees; nothing beyond ±180 and ±90.
std::optional<Place> placeAt(double longitude, double latitude);
double longitudeOf(const Place &place);
double latitudeOf(const Place &place);

Place cross(const Place &a, const Place &b);
double dot(const Place &a, const Place &b);
Place scaled(const Place &a, double factor);
Place plus(const Place &a, const Place &b);
Place unit(const Place &a);

double angleBetween(const Place &a, const Place &b); ///< radians
Place along(const Place &a, const Place &b, double fraction);
/// The place on the edge that is nearest.
Place nearestOnEdge(const Place &place, const Place &a, const Place &b);
/// Clockwise from north, 0 … 2π; nothing where the two are one or opposite.
std::optional<double> bearing(const Place &from, const Place &to);

using Path = std::vector<Place>;
using Polygon = std::vector<Path>; ///< shell, then holes; each closed

bool ringContains(const Path &ring, const Place &place);
bool contains(const Polygon &polygon, const Place &place);
/// Of the smaller of the two parts into which the ring cuts the sphere, in units of the radius squared.
double ringArea(const Path &ring);

/// A GeoJSON object's "type" and "coordinates", as they are written.
struct Shape
{
    std::string type;
    std::string_view coordinates;
};
Shape shapeFrom(std::string_view json);

/// "[longitude,latitude]", and the Point at it.
std::string coordinatesJson(double longitude, double latitude);
std::string pointJson(double longitude, double latitude);
inline std::string pointJson(const Place &place) { return pointJson(longitudeOf(place), latitudeOf(place)); }

/// GeoJSON: LineString and MultiLineString; Polygon and MultiPolygon. Nothing for what is invalid.
std::optional<std::vector<Path>> linesFrom(std::string_view json);
std::optional<std::vector<Polygon>> polygonsFrom(std::string_view json);

} // namespace watchdesk::kql
