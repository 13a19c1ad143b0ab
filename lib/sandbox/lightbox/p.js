/**
 * The script of `/lightbox.min.js`: the global `P` that a shop's page uses to open the payment page in an overlay.
 * It runs in the shop's page, in any browser a payer may have, so it is written without modules and without a build.
 * Source: https://docs.placetopay.dev/checkout/lightbox
 */
(function () {
  'use strict';

  var handlers = { response: [], close: [] };
  /** What is open now: `{ frame, overlay }`, or `{ popup, watch }`; null when nothing is. */
  var opened = null;
  var words = {
    es: { title: 'Página de pago', close: 'Cerrar la página de pago' },
    en: { title: 'Payment page', close: 'Close the payment page' },
  };

  /** Any number of handlers per event, also after `init`. */
  function on(name, handler) {
    if (!Object.prototype.hasOwnProperty.call(handlers, name))
      throw new Error('P.on: no event "' + name + '"');
    if (typeof handler !== 'function') throw new Error('P.on: the handler is a function');
    handlers[name].push(handler);
  }

  /** Opens `processUrl`. Where a browser keeps no cookies in frames, `backupTarget` says where it opens instead. */
  function init(processUrl, options) {
    var asked = options || {};
    var url = new URL(processUrl, window.location.href);
    if (!/^https?:$/.test(url.protocol)) throw new Error('P.init: a processUrl begins with https or http');
    shut();
    if (isSafariOrIOS()) openElsewhere(url.href, asked.backupTarget || 'self');
    else openOverlay(url.href, asked.opacity);
  }

  function openElsewhere(url, target) {
    if (window.parent !== window) {
      window.parent.postMessage({ type: 'placetopay-lightbox:redirect', url: url }, '*');
      return;
    }
    var features = target === 'popup' ? 'popup,width=512,height=640' : '';
    var popup = target === 'self' ? null : window.open(url, 'placetopay_lightbox', features);
    if (!popup) {
      window.location.assign(url);
      return;
    }
    var watch = window.setInterval(function () {
      if (popup.closed) leave(undefined);
    }, 500);
    opened = { source: popup, origin: new URL(url).origin, popup: popup, watch: watch };
  }

  function openOverlay(url, opacity) {
    var text = words[(document.documentElement.lang || '').slice(0, 2)] || words.es;
    var shade = typeof opacity === 'number' && opacity >= 0 && opacity <= 1 ? opacity : 0.7;
    var overlay = make('div', {
      position: 'fixed',
      inset: '0',
      zIndex: '2147483647',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      background: 'rgba(0, 0, 0, ' + shade + ')',
    });
    overlay.setAttribute('role', 'dialog');
    overlay.setAttribute('aria-modal', 'true');
    overlay.setAttribute('aria-label', text.title);
    overlay.id = 'placetopay_overlay';
    var button = make('button', {
      alignSelf: 'flex-end',
      minWidth: '44px',
      minHeight: '44px',
      margin: '4px',
      border: '2px solid #fff',
      borderRadius: '22px',
      background: '#17293d',
      color: '#fff',
      font: '20px sans-serif',
      cursor: 'pointer',
    });
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', text.close);
    button.addEventListener('click', function () {
      leave(undefined);
    });
    var frame = make('iframe', {
      width: '100%',
      maxWidth: '960px',
      flex: '1',
      border: '0',
      background: '#fff',
    });
    frame.title = text.title;
    frame.setAttribute('allow', 'payment');
    frame.src = url;
    overlay.append(button, frame);
    overlay.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') leave(undefined);
    });
    var before = document.activeElement;
    document.body.append(overlay);
    button.focus();
    opened = { source: frame.contentWindow, origin: new URL(url).origin, overlay: overlay, before: before };
  }

  function make(name, style) {
    var element = document.createElement(name);
    Object.assign(element.style, style);
    return element;
  }

  /** Takes away what is open. Nobody is told. */
  function shut() {
    if (!opened) return;
    var was = opened;
    opened = null;
    if (was.watch) window.clearInterval(was.watch);
    if (was.popup) was.popup.close();
    if (was.overlay) was.overlay.remove();
    if (was.before && was.before.focus) was.before.focus();
  }

  function leave(payload) {
    shut();
    tell('close', payload);
  }

  /** One handler that throws does not silence the next. */
  function tell(name, payload) {
    handlers[name].slice().forEach(function (handler) {
      try {
        handler(payload);
      } catch (error) {
        window.setTimeout(function () {
          throw error;
        });
      }
    });
  }

  /** Only the window we opened is listened to, and only while it shows the gateway. */
  window.addEventListener('message', function (event) {
    if (!opened || event.source !== opened.source || event.origin !== opened.origin) return;
    var message = event.data || {};
    if (message.type === 'response') tell('response', message.payload);
    if (message.type === 'close') leave(message.payload);
    if (message.type === 'placetopay-lightbox:redirect') redirect(message.url, opened.origin);
  });

  function redirect(url, origin) {
    if (typeof url === 'string' && new URL(url).origin === origin) window.location.assign(url);
  }

  function isSafariOrIOS() {
    var agent = window.navigator.userAgent;
    var touchMac = /Macintosh/.test(agent) && window.navigator.maxTouchPoints > 1;
    return (
      /iPad|iPhone|iPod/.test(agent) ||
      touchMac ||
      /^((?!chrome|chromium|android|crios|fxios|edg).)*safari/i.test(agent)
    );
  }

  window.P = { init: init, on: on };
})();
