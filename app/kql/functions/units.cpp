// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/units.h"

#include "app/kql/functions/natives.h"

#include <algorithm>
#include <iterator>
#include <numbers>

namespace watchdesk::kql {

namespace {

const double kRadian = 180 / std::numbers::pi;

/// So many of the quantity's own unit are one of this; 0 where that is not known.
struct Unit
{
    std::string_view quantity;
    std::string_view name;
    double factor;
};

const Unit kUnits[] = {
    {"angle", "Arcminute", 1.0 / 60},
    {"angle", "Arcsecond", 1.0 / 3600},
    {"angle", "Centiradian", 1e-2 * kRadian},
    {"angle", "Deciradian", 0.1 * kRadian},
    {"angle", "Degree", 1},
    {"angle", "Gradian", 0.9},
    {"angle", "Microdegree", 1e-6},
    {"angle", "Microradian", 1e-6 * kRadian},
    {"angle", "Millidegree", 1e-3},
    {"angle", "Milliradian", 1e-3 * kRadian},
    {"angle", "Nanodegree", 1e-9},
    {"angle", "Nanoradian", 1e-9 * kRadian},
    {"angle", "NatoMil", 9.0 / 160},
    {"angle", "Radian", kRadian},
    {"angle", "Revolution", 360},
    {"length", "Angstrom", 1e-10},
    {"length", "Centimeter", 1e-2},
    {"length", "Decameter", 10},
    {"length", "Decimeter", 0.1},
    {"length", "Foot", 0.3048},
    {"length", "Hectometer", 100},
    {"length", "Inch", 0.0254},
    {"length", "Kilometer", 1e3},
    {"length", "Meter", 1},
    {"length", "Micrometer", 1e-6},
    {"length", "Millimeter", 1e-3},
    {"length", "Nanometer", 1e-9},
    {"length", "NauticalMile", 1852},
    {"length", "Yard", 0.9144},
    {"mass", "Centigram", 1e-2 * 1e-3},
    {"mass", "Decagram", 10 * 1e-3},
    {"mass", "Decigram", 0.1 * 1e-3},
    {"mass", "Gram", 1e-3},
    {"mass", "Hectogram", 100 * 1e-3},
    {"mass", "Kilogram", 1e3 * 1e-3},
    {"mass", "Kilopound", 453.59237},
    {"mass", "Kilotonne", 1e3 * 1e3},
    {"mass", "Megapound", 453592.37},
    {"mass", "Megatonne", 1e6 * 1e3},
    {"mass", "Microgram", 1e-6 * 1e-3},
    {"mass", "Milligram", 1e-3 * 1e-3},
    {"mass", "Nanogram", 1e-9 * 1e-3},
    {"mass", "Pound", 0.45359237},
    {"mass", "Tonne", 1e3},
    {"speed", "CentimeterPerHour", 1e-2 / 3600},
    {"speed", "CentimeterPerMinute", 1e-2 / 60},
    {"speed", "CentimeterPerSecond", 1e-2},
    {"speed", "DecimeterPerMinute", 0.1 / 60},
    {"speed", "DecimeterPerSecond", 0.1},
    {"speed", "FootPerHour", 0.3048 / 3600},
    {"speed", "FootPerMinute", 0.3048 / 60},
    {"speed", "FootPerSecond", 0.3048},
    {"speed", "InchPerHour", 0.0254 / 3600},
    {"speed", "InchPerMinute", 0.0254 / 60},
    {"speed", "InchPerSecond", 0.0254},
    {"speed", "KilometerPerHour", 1e3 / 3600},
    {"speed", "KilometerPerMinute", 1e3 / 60},
    {"speed", "KilometerPerSecond", 1e3},
    {"speed", "MeterPerHour", 1.0 / 3600},
    {"speed", "MeterPerMinute", 1.0 / 60},
    {"speed", "MeterPerSecond", 1.0},
    {"speed", "MicrometerPerMinute", 1e-6 / 60},
    {"speed", "MicrometerPerSecond", 1e-6},
    {"speed", "MillimeterPerHour", 1e-3 / 3600},
    {"speed", "MillimeterPerMinute", 1e-3 / 60},
    {"speed", "MillimeterPerSecond", 1e-3},
    {"speed", "NanometerPerMinute", 1e-9 / 60},
    {"speed", "NanometerPerSecond", 1e-9},
    {"speed", "YardPerHour", 0.9144 / 3600},
    {"speed", "YardPerMinute", 0.9144 / 60},
    {"speed", "YardPerSecond", 0.9144},
    {"force", "Decanewton", 10},
    {"force", "Dyn", 1e-5},
    {"force", "Kilonewton", 1e3},
    {"force", "Meganewton", 1e6},
    {"force", "Micronewton", 1e-6},
    {"force", "Millinewton", 1e-3},
    {"force", "Newton", 1},
    {"energy", "BritishThermalUnit", 1055.05585262},
    {"energy", "Calorie", 4.184},
    {"energy", "Erg", 1e-7},
    {"energy", "GigabritishThermalUnit", 1e9 * 1055.05585262},
    {"energy", "Gigajoule", 1e9},
    {"energy", "GigawattDay", 1e9 * 86400},
    {"energy", "GigawattHour", 1e9 * 3600},
    {"energy", "Joule", 1},
    {"energy", "KilobritishThermalUnit", 1e3 * 1055.05585262},
    {"energy", "Kilocalorie", 1e3 * 4.184},
    {"energy", "Kilojoule", 1e3},
    {"energy", "KilowattDay", 1e3 * 86400},
    {"energy", "KilowattHour", 1e3 * 3600},
    {"energy", "MegabritishThermalUnit", 1e6 * 1055.05585262},
    {"energy", "Megacalorie", 1e6 * 4.184},
    {"energy", "Megajoule", 1e6},
    {"energy", "MegawattDay", 1e6 * 86400},
    {"energy", "MegawattHour", 1e6 * 3600},
    {"energy", "Millijoule", 1e-3},
    {"energy", "TerawattDay", 1e12 * 86400},
    {"energy", "TerawattHour", 1e12 * 3600},
    {"energy", "WattDay", 86400},
    {"energy", "WattHour", 3600},
    {"volume", "AcreFoot", 1 / 0.000810714},
    {"volume", "Centiliter", 1e-2 * 1e-3},
    {"volume", "CubicCentimeter", 1e-6},
    {"volume", "CubicDecimeter", 1e-3},
    {"volume", "CubicHectometer", 1e6},
    {"volume", "CubicKilometer", 1e9},
    {"volume", "CubicMeter", 1},
    {"volume", "CubicMicrometer", 1e-18},
    {"volume", "CubicMillimeter", 1e-9},
    {"volume", "Decaliter", 10 * 1e-3},
    {"volume", "Deciliter", 0.1 * 1e-3},
    {"volume", "HectocubicMeter", 100},
    {"volume", "Hectoliter", 100 * 1e-3},
    {"volume", "KilocubicMeter", 1000},
    {"volume", "Kiloliter", 1e3 * 1e-3},
    {"volume", "Liter", 1e-3},
    {"volume", "Megaliter", 1e6 * 1e-3},
    {"volume", "Microliter", 1e-6 * 1e-3},
    {"volume", "Milliliter", 1e-3 * 1e-3},
    {"length", "AstronomicalUnit", 0},
    {"length", "Chain", 0},
    {"length", "DataMile", 0},
    {"length", "DtpPica", 0},
    {"length", "DtpPoint", 0},
    {"length", "Fathom", 0},
    {"length", "Hand", 0},
    {"length", "KilolightYear", 0},
    {"length", "Kiloparsec", 0},
    {"length", "LightYear", 0},
    {"length", "MegalightYear", 0},
    {"length", "Megaparsec", 0},
    {"length", "Microinch", 0},
    {"length", "Mil", 0},
    {"length", "Mile", 0},
    {"length", "Parsec", 0},
    {"length", "PrinterPica", 0},
    {"length", "PrinterPoint", 0},
    {"length", "Shackle", 0},
    {"length", "SolarRadius", 0},
    {"length", "Twip", 0},
    {"length", "UsSurveyFoot", 0},
    {"mass", "EarthMass", 0},
    {"mass", "Grain", 0},
    {"mass", "LongHundredweight", 0},
    {"mass", "LongTon", 0},
    {"mass", "Ounce", 0},
    {"mass", "ShortHundredweight", 0},
    {"mass", "ShortTon", 0},
    {"mass", "Slug", 0},
    {"mass", "SolarMass", 0},
    {"mass", "Stone", 0},
    {"speed", "Knot", 0},
    {"speed", "MilePerHour", 0},
    {"speed", "UsSurveyFootPerHour", 0},
    {"speed", "UsSurveyFootPerMinute", 0},
    {"speed", "UsSurveyFootPerSecond", 0},
    {"force", "KilogramForce", 0},
    {"force", "KiloPond", 0},
    {"force", "KilopoundForce", 0},
    {"force", "OunceForce", 0},
    {"force", "Poundal", 0},
    {"force", "PoundForce", 0},
    {"force", "ShortTonForce", 0},
    {"force", "TonneForce", 0},
    {"energy", "DecathermEc", 0},
    {"energy", "DecathermImperial", 0},
    {"energy", "DecathermUs", 0},
    {"energy", "ElectronVolt", 0},
    {"energy", "FootPound", 0},
    {"energy", "GigaelectronVolt", 0},
    {"energy", "HorsepowerHour", 0},
    {"energy", "KiloelectronVolt", 0},
    {"energy", "MegaelectronVolt", 0},
    {"energy", "TeraelectronVolt", 0},
    {"energy", "ThermEc", 0},
    {"energy", "ThermImperial", 0},
    {"energy", "ThermUs", 0},
    {"volume", "AuTablespoon", 0},
    {"volume", "BoardFoot", 0},
    {"volume", "CubicFoot", 0},
    {"volume", "CubicInch", 0},
    {"volume", "CubicMile", 0},
    {"volume", "CubicYard", 0},
    {"volume", "DecausGallon", 0},
    {"volume", "DeciusGallon", 0},
    {"volume", "HectocubicFoot", 0},
    {"volume", "HectousGallon", 0},
    {"volume", "ImperialBeerBarrel", 0},
    {"volume", "ImperialGallon", 0},
    {"volume", "ImperialOunce", 0},
    {"volume", "ImperialPint", 0},
    {"volume", "KilocubicFoot", 0},
    {"volume", "KiloimperialGallon", 0},
    {"volume", "KilousGallon", 0},
    {"volume", "MegacubicFoot", 0},
    {"volume", "MegaimperialGallon", 0},
    {"volume", "MegausGallon", 0},
    {"volume", "MetricCup", 0},
    {"volume", "MetricTeaspoon", 0},
    {"volume", "OilBarrel", 0},
    {"volume", "UkTablespoon", 0},
    {"volume", "UsBeerBarrel", 0},
    {"volume", "UsCustomaryCup", 0},
    {"volume", "UsGallon", 0},
    {"volume", "UsLegalCup", 0},
    {"volume", "UsOunce", 0},
    {"volume", "UsPint", 0},
    {"volume", "UsQuart", 0},
    {"volume", "UsTablespoon", 0},
    {"volume", "UsTeaspoon", 0},
    {"angle", "Tilt", 0},
};

/// Kelvins are the factor times the number, plus the offset.
struct Temperature
{
    std::string_view name;
    double factor;
    double offset;
};

const Temperature kTemperatures[] = {
    {"Kelvin", 1, 0},
    {"DegreeCelsius", 1, 273.15},
    {"MillidegreeCelsius", 1e-3, 273.15},
    {"DegreeFahrenheit", 5.0 / 9, 459.67 * 5 / 9},
    {"DegreeRankine", 5.0 / 9, 0},
    {"DegreeDelisle", -2.0 / 3, 373.15},
    {"DegreeNewton", 100.0 / 33, 273.15},
    {"DegreeReaumur", 1.25, 273.15},
    {"DegreeRoemer", 40.0 / 21, 273.15 - 7.5 * 40 / 21},
    {"SolarTemperature", 5778, 0},
};

const Unit *unitNamed(std::string_view quantity, std::string_view name)
{
    const auto found = std::find_if(std::begin(kUnits), std::end(kUnits),
                                    [&](const Unit &unit) { return unit.quantity == quantity && unit.name == name; });
    return found == std::end(kUnits) ? nullptr : found;
}

const Temperature *temperatureNamed(std::string_view name)
{
    const auto found = std::find_if(std::begin(kTemperatures), std::end(kTemperatures),
                                    [&](const Temperature &unit) { return unit.name == name; });
    return found == std::end(kTemperatures) ? nullptr : found;
}

/// Null for an unknown unit.
MaybeReal convert(double value, Text from, Text to, Text quantity)
{
    if (quantity == "temperature") {
        const Temperature *source = temperatureNamed(from);
        const Temperature *target = temperatureNamed(to);
        return source && target ? MaybeReal((value * source->factor + source->offset - target->offset) / target->factor)
                                : std::nullopt;
    }
    const Unit *source = unitNamed(quantity, from);
    const Unit *target = unitNamed(quantity, to);
    const bool known = source && target && source->factor > 0 && target->factor > 0;
    return known ? MaybeReal(value * source->factor / target->factor) : std::nullopt;
}

} // namespace

UnitState unitState(std::string_view quantity, std::string_view unit)
{
    if (quantity == "temperature")
        return temperatureNamed(unit) ? UnitState::Known : UnitState::Unknown;
    const Unit *known = unitNamed(quantity, unit);
    return !known ? UnitState::Unknown : known->factor > 0 ? UnitState::Known : UnitState::NameOnly;
}

QList<NativeFunction> unitFunctions() { return {native("kql_convert", convert)}; }

} // namespace watchdesk::kql
