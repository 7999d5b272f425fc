using System.ComponentModel.DataAnnotations;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Errors;

namespace Storefront.Accounts;

/// <summary>Signing in and out.</summary>
[ApiController]
[Authorize]
[ApiVersionNeutral]
[Route("api/account")]
public sealed class AccountController : ControllerBase
{
    private readonly StoreDb _db;
    private readonly TokenService _tokens;
    private readonly PasswordHasher<User> _passwords = new();

    public AccountController(StoreDb db, IServiceProvider services)
    {
        _db = db;
        _tokens = services.GetRequiredService<TokenService>();
    }

    [HttpPost("login")]
    [AllowAnonymous]
    [ProducesResponseType<SignedIn>(StatusCodes.Status200OK)]
    [ProducesResponseType<StoreError>(StatusCodes.Status401Unauthorized)]
    public async Task<IActionResult> Login(Credentials credentials) =>
        await _db.Users.FirstOrDefaultAsync(user => user.Name == credentials.Name) is { } user && Verify(user, credentials.Password)
            ? Ok(new SignedIn(_tokens.Create(user)))
            : Unauthorized(new StoreError("WRONG_CREDENTIALS", "Name or password are wrong."));

    [HttpPost("register")]
    [AllowAnonymous]
    [ProducesResponseType<SignedIn>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public async Task<IActionResult> Register(Credentials credentials)
    {
        if (await _db.Users.AnyAsync(user => user.Name == credentials.Name))
        {
            ModelState.AddModelError(nameof(credentials.Name), "The name is taken.");
            return ValidationProblem();
        }

        var user = new User { Name = credentials.Name, Role = "customer" };
        user.PasswordHash = _passwords.HashPassword(user, credentials.Password);
        _db.Users.Add(user);
        await _db.SaveChangesAsync();
        return Created("/api/account/me", new SignedIn(_tokens.Create(user)));
    }

    [HttpGet("me")]
    public Me Get() => new(User.Identity!.Name!, User.IsInRole("admin"));

    [HttpPut("password")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<StoreError>(StatusCodes.Status403Forbidden)]
    public async Task<IActionResult> ChangePassword(PasswordChange change)
    {
        var user = await _db.Users.FirstAsync(user => user.Name == User.Identity!.Name);
        if (!Verify(user, change.Old))
        {
            return StatusCode(StatusCodes.Status403Forbidden, new StoreError("WRONG_PASSWORD", "The old password is wrong."));
        }

        user.PasswordHash = _passwords.HashPassword(user, change.New);
        await _db.SaveChangesAsync();
        return NoContent();
    }

    [HttpPost("logout")]
    [ProducesResponseType(StatusCodes.Status205ResetContent)]
    public IActionResult Logout() => StatusCode(StatusCodes.Status205ResetContent);

    private bool Verify(User user, string password) =>
        _passwords.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed;
}

/// <summary>Who signs in.</summary>
public sealed record Credentials([Required] string Name, [Required, MinLength(4)] string Password);

/// <summary>The token.</summary>
public sealed record SignedIn(string Token);

/// <summary>Who is signed in.</summary>
public sealed record Me(string Name, bool IsAdmin);

/// <summary>A new password.</summary>
public sealed record PasswordChange([Required] string Old, [Required, MinLength(8)] string New);
