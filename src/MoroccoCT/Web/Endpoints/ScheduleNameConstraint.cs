using MoroccoCT.Schedules;

namespace MoroccoCT.Web.Endpoints;

/// <summary><c>{name:schedule}</c> in an address: what can be no schedule's name leads nowhere.</summary>
internal sealed class ScheduleNameConstraint : IRouteConstraint
{
    public const string Word = "schedule";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        Schedule.IsName($"{values[routeKey]}");
}
